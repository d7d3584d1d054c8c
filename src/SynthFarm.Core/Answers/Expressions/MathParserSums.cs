namespace SynthFarm.Core.Answers.Expressions;

/// <content>Sums, products and units.</content>
internal sealed partial class MathParser
{
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
