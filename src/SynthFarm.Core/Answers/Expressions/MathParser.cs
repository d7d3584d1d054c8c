namespace SynthFarm.Core.Answers.Expressions;

/// <summary>
/// A precedence-climbing parser for answers. From loose to tight: lists, relations, set operations, sums, products and juxtaposition,
/// signs, powers, postfix marks. Nothing is thrown for a text that is no mathematics; depth and length are bounded.
/// </summary>
internal sealed partial class MathParser
{
    /// <summary>Deeper nesting is not read.</summary>
    public const int MaxDepth = 96;

    private const int MaxMarks = 8;

    private static readonly MathNode Nothing = new(NodeKind.Words);

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;
    private int _bars;
    private int _sets;
    private string? _fault;

    private MathParser(List<Token> tokens) => _tokens = tokens;

    private Token Next => _tokens[_at];

    /// <summary>Parses a text.</summary>
    public static ParsedMath Parse(string text, CommaReading comma)
    {
        var tokens = new List<Token>(Math.Min(64, text.Length + 1));
        if (MathLexer.Read(text, comma, tokens) is { } fault)
        {
            return new ParsedMath(null, fault);
        }

        if (tokens.Count == 1)
        {
            return new ParsedMath(null, "it is empty");
        }

        OutwardBrackets.Turn(tokens);
        var parser = new MathParser(tokens);
        var node = parser.Items();
        if (parser._fault is null && parser.Next.Kind != TokenKind.End)
        {
            parser.Fail();
        }

        return parser._fault is null ? new ParsedMath(node, null) : new ParsedMath(null, parser._fault);
    }

    private bool Take(TokenKind kind)
    {
        if (_fault is not null || Next.Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private MathNode Fail(string? why = null)
    {
        _fault ??= why ?? (Next.Kind == TokenKind.End ? "it ends too early" : $"{Next.Kind.ToString().ToLowerInvariant()} was not expected as part {_at + 1}");
        return Nothing;
    }

    /// <summary>Elements between commas, "and" and "or".</summary>
    private MathNode Items()
    {
        if (++_depth > MaxDepth)
        {
            return Fail($"it is nested more than {MaxDepth} deep");
        }

        List<MathNode>? items = null;
        var connective = ",";
        var first = SkipSeparators(ref connective) ? Nothing : Relations();
        while (_fault is null && Next.Kind is TokenKind.Separator or TokenKind.And or TokenKind.Or)
        {
            if (SkipSeparators(ref connective))
            {
                break;
            }

            (items ??= [first]).Add(Relations());
        }

        _depth--;
        return items is null ? first : new MathNode(NodeKind.List, connective, [.. items]);
    }

    /// <summary>Passes separators; whether nothing follows them.</summary>
    private bool SkipSeparators(ref string connective)
    {
        while (Next.Kind is TokenKind.Separator or TokenKind.And or TokenKind.Or or TokenKind.Ellipsis)
        {
            connective = Next.Kind switch { TokenKind.And => "and", TokenKind.Or => "or", _ => connective };
            _at++;
        }

        return Next.Kind is TokenKind.End or TokenKind.Close or TokenKind.GroupClose;
    }

    private MathNode Relations()
    {
        List<MathNode>? operands = null;
        List<string>? relations = null;
        var first = Next.Kind is TokenKind.Relation ? Nothing : Sets();
        while (_fault is null && Next.Kind is TokenKind.Relation or TokenKind.Member)
        {
            (relations ??= []).Add(Next.Kind == TokenKind.Member ? "in" : Next.Text);
            _at++;
            (operands ??= [first]).Add(Next.Kind is TokenKind.End ? Fail() : Sets());
        }

        return relations is null ? first : new MathNode(NodeKind.Relation, string.Join(' ', relations), [.. operands!]);
    }

    private MathNode Sets()
    {
        var first = Ratio();
        List<MathNode>? parts = null;
        string? name = null;
        while (_fault is null && Next.Kind is TokenKind.Union or TokenKind.Intersection or TokenKind.Without)
        {
            var next = Next.Kind switch { TokenKind.Union => "union", TokenKind.Intersection => "intersection", _ => "without" };
            if (name is not null && name != next)
            {
                first = new MathNode(NodeKind.Sets, name, [.. parts!]);
                parts = null;
                if (++_depth > MaxDepth)
                {
                    return Fail($"it is nested more than {MaxDepth} deep");
                }
            }

            name = next;
            _at++;
            (parts ??= [first]).Add(Ratio());
        }

        return parts is null ? first : new MathNode(NodeKind.Sets, name!, [.. parts]);
    }

    private MathNode Ratio()
    {
        var first = Sum();
        if (Next.Kind != TokenKind.Colon || _sets > 0)
        {
            return first;
        }

        if (first.Kind == NodeKind.Words)
        {
            // "Total: 5" names what follows.
            _at++;
            return Sum();
        }

        var parts = new List<MathNode> { first };
        while (Take(TokenKind.Colon))
        {
            parts.Add(Sum());
        }

        var last = parts[^1];
        var ratios = parts.Take(parts.Count - 1).Select(part => new MathNode(NodeKind.Quotient, "", part, last)).ToArray();
        return ratios.Length == 1 ? ratios[0] : new MathNode(NodeKind.Tuple, "()", ratios);
    }
}
