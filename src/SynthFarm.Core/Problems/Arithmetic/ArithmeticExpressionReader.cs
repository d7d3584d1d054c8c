using System.Collections.Immutable;
using System.Globalization;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>Reads expressions over + - * and parentheses.</summary>
internal static class ArithmeticExpressionReader
{
    public const int MaxOperations = 64;

    private const int MaxLength = 2_000;
    private const int MaxDigits = 9;
    private const string Opening = "Compute ";

    /// <summary>The expression of a statement <c>Compute ... .</c>; null for any other text.</summary>
    public static ArithmeticExpression? ReadStatement(string statement)
    {
        var text = statement.AsSpan().Trim();
        return text.StartsWith(Opening, StringComparison.Ordinal) && text.EndsWith(".") ? Read(text[Opening.Length..^1]) : null;
    }

    /// <summary>Reads an expression of at most 64 operations; null when the text is none.</summary>
    public static ArithmeticExpression? Read(ReadOnlySpan<char> text)
    {
        var tokens = ImmutableArray.CreateBuilder<ArithmeticToken>();
        var opened = new Stack<int>();
        var operations = 0;
        var wantsOperand = true;
        for (var i = 0; i < text.Length && text.Length <= MaxLength; i++)
        {
            var c = text[i];
            if (c == ' ')
            {
                continue;
            }

            if (wantsOperand && c == '(')
            {
                opened.Push(tokens.Count);
                tokens.Add(new ArithmeticToken(c, 0));
            }
            else if (wantsOperand && char.IsAsciiDigit(c))
            {
                var length = text[i..].IndexOfAnyExceptInRange('0', '9');
                var digits = text.Slice(i, length < 0 ? text.Length - i : length);
                if (digits.Length > MaxDigits)
                {
                    return null;
                }

                tokens.Add(ArithmeticToken.OfNumber(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)));
                i += digits.Length - 1;
                wantsOperand = false;
            }
            else if (!wantsOperand && c is '+' or '-' or '*')
            {
                tokens.Add(new ArithmeticToken(c, 0));
                operations++;
                wantsOperand = true;
            }
            else if (!wantsOperand && c == ')' && opened.TryPop(out var open))
            {
                Close(tokens, open);
            }
            else
            {
                return null;
            }
        }

        return wantsOperand || opened.Count > 0 || operations > MaxOperations ? null : new ArithmeticExpression(tokens.ToImmutable());
    }

    private static void Close(ImmutableArray<ArithmeticToken>.Builder tokens, int open)
    {
        if (tokens.Count - open == 2)
        {
            tokens.RemoveAt(open);
        }
        else
        {
            tokens.Add(new ArithmeticToken(')', 0));
        }
    }
}
