namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Open ends of intervals written with brackets turned outward (ISO 80000-2): <c>[a, b[</c> is <c>[a, b)</c>.</summary>
internal static class OutwardBrackets
{
    /// <summary>
    /// Turns a <c>[</c> that nothing can follow into <c>)</c> and a <c>]</c> that nothing can precede into <c>(</c>. Both can only be outward
    /// brackets, so that no other text is read differently.
    /// </summary>
    public static void Turn(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is { Kind: TokenKind.Open, Text: "[" } && i > 0 && EndsHere(tokens[i + 1].Kind))
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.Close, Text = ")" };
            }
            else if (tokens[i] is { Kind: TokenKind.Close, Text: "]" } && (i == 0 || StartsBehind(tokens[i - 1].Kind)))
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.Open, Text = "(" };
            }
        }
    }

    private static bool EndsHere(TokenKind next) => next is TokenKind.End or TokenKind.Union or TokenKind.Intersection or TokenKind.Without or TokenKind.And or TokenKind.Or;

    private static bool StartsBehind(TokenKind last) =>
        last is TokenKind.Union or TokenKind.Intersection or TokenKind.Without or TokenKind.And or TokenKind.Or or TokenKind.Member or TokenKind.Relation;
}
