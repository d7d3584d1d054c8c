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

    private MathNode Sum()
    {
        var first = Signed();
        List<MathNode>? terms = null;
        while (_fault is null && Next.Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.PlusMinus or TokenKind.MinusPlus)
        {
            (terms ??= [first]).Add(Signed());
        }

        return terms is null ? first : new MathNode(NodeKind.Sum, "", [.. terms]);
    }

    /// <summary>A product with any signs before it.</summary>
    private MathNode Signed()
    {
        var isNegative = false;
        string? both = null;
        while (_fault is null && Next.Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.PlusMinus or TokenKind.MinusPlus)
        {
            isNegative ^= Next.Kind == TokenKind.Minus;
            both = Next.Kind switch { TokenKind.PlusMinus => "+-", TokenKind.MinusPlus => "-+", _ => both };
            _at++;
        }

        var product = Product();
        product = isNegative ? Negate(product) : product;
        return both is null ? product : new MathNode(NodeKind.PlusMinus, both, product);
    }

    private static MathNode Negate(MathNode node) => node.Kind is NodeKind.Quantity or NodeKind.Percent or NodeKind.Degree
        ? node.With([Negate(node[0])])
        : MathNode.Negated(node);

    private MathNode Product()
    {
        var first = Factor();
        List<MathNode>? factors = null;
        MathNode? quantity = null;
        var isDivided = false;
        while (_fault is null)
        {
            if (Take(TokenKind.Times))
            {
                (factors ??= [first]).Add(SignedFactor());
            }
            else if (Take(TokenKind.Divide))
            {
                var divisor = SignedFactor();
                if (factors is null && !isDivided)
                {
                    first = new MathNode(NodeKind.Quotient, "", first, divisor);
                    isDivided = true;
                }
                else
                {
                    (factors ??= [first]).Add(new MathNode(NodeKind.Quotient, "", MathNode.Integer(1), divisor));
                }
            }
            else if (Next.Kind == TokenKind.Words && first.Kind != NodeKind.Words)
            {
                if (quantity is not null)
                {
                    return Fail("two units stand behind one value");
                }

                quantity = Unit(Joined(first, factors));
                (first, factors) = (quantity, null);
            }
            else if (StartsFactor(Next) && Next.Kind is not (TokenKind.Number or TokenKind.Words))
            {
                (factors ??= [first]).Add(Factor());
            }
            else
            {
                break;
            }
        }

        return Joined(first, factors);
    }

    private static MathNode Joined(MathNode first, List<MathNode>? factors) => factors is null ? first : new MathNode(NodeKind.Product, "", [.. factors]);

    private MathNode SignedFactor()
    {
        var isNegative = false;
        while (_fault is null && Next.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            isNegative ^= Next.Kind == TokenKind.Minus;
            _at++;
        }

        var factor = Factor();
        return isNegative ? MathNode.Negated(factor) : factor;
    }

    /// <summary>Trailing words, with a rate or a power: <c>km/h</c>, <c>cm^2</c>.</summary>
    private MathNode Unit(MathNode value)
    {
        var words = Next.Text;
        _at++;
        while (_fault is null && Next.Kind is TokenKind.Words or TokenKind.Divide or TokenKind.Power)
        {
            var mark = Next;
            _at++;
            if (mark.Kind == TokenKind.Words)
            {
                words = $"{words} {mark.Text}";
                continue;
            }

            var isGroup = Take(TokenKind.GroupOpen);
            _ = mark.Kind == TokenKind.Power && Take(TokenKind.Minus);
            if (Next.Kind is not (TokenKind.Words or TokenKind.Number or TokenKind.Symbol))
            {
                return Fail();
            }

            words = mark.Kind == TokenKind.Power ? $"{words}^{Next.Text}" : $"{words}/{Next.Text}";
            _at++;
            if (isGroup && !Take(TokenKind.GroupClose))
            {
                return Fail();
            }
        }

        return new MathNode(NodeKind.Quantity, words, value);
    }

    private bool StartsFactor(Token token) => token.Kind switch
    {
        TokenKind.Number or TokenKind.Symbol or TokenKind.Function or TokenKind.Words or TokenKind.Open or TokenKind.GroupOpen => true,
        TokenKind.Fraction or TokenKind.Root or TokenKind.Binomial or TokenKind.Infinity or TokenKind.BeginMatrix or TokenKind.Overline => true,
        TokenKind.Bar => _bars == 0 && _sets == 0,
        _ => false,
    };
}
