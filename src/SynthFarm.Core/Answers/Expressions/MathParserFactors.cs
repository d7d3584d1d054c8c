namespace SynthFarm.Core.Answers.Expressions;

/// <content>Factors: numbers, names, brackets, commands, with powers and marks behind them.</content>
internal sealed partial class MathParser
{
    private MathNode Factor()
    {
        if (++_depth > MaxDepth)
        {
            return Fail($"it is nested more than {MaxDepth} deep");
        }

        var node = Mixed() ?? Postfix(Primary());
        _depth--;
        return node;
    }

    /// <summary><c>3\frac{1}{2}</c> and <c>3 1/2</c>: a whole number and a proper fraction.</summary>
    private MathNode? Mixed()
    {
        if (Next is not { Kind: TokenKind.Number, Decimals: -1, Number.IsInteger: true } whole)
        {
            return null;
        }

        var start = _at++;
        if (Next.Kind == TokenKind.Fraction)
        {
            _at++;
            if (Argument() is { Kind: NodeKind.Number } above && Argument() is { Kind: NodeKind.Number } below && IsProper(above.Number, below.Number))
            {
                return Postfix(MathNode.Of(whole.Number + (above.Number / below.Number)));
            }
        }
        else if (Next is { Kind: TokenKind.Number, AfterSpace: true, Decimals: -1 } above && _tokens[_at + 1].Kind == TokenKind.Divide
            && _tokens[_at + 2] is { Kind: TokenKind.Number, Decimals: -1 } below && IsProper(above.Number, below.Number))
        {
            _at += 3;
            return Postfix(MathNode.Of(whole.Number + (above.Number / below.Number)));
        }

        _at = start;
        return null;
    }

    private static bool IsProper(Rational above, Rational below) =>
        above.IsInteger && below.IsInteger && above.Sign > 0 && above.Numerator < below.Numerator && above.Bits + below.Bits < 200;

    private MathNode Primary()
    {
        var token = Next;
        if (_fault is not null || token.Kind is TokenKind.End)
        {
            return Fail();
        }

        _at++;
        switch (token.Kind)
        {
            case TokenKind.Number:
                var number = new MathNode(NodeKind.Number, IsBased() ? token.Text : "") { Number = token.Number, Decimals = token.Decimals };
                _ = token.Decimals >= 0 && Take(TokenKind.Ellipsis);
                return number;
            case TokenKind.Symbol:
                return Name(token.Text);
            case TokenKind.Words:
                return token.Text is "all real numbers" or "all reals" or "All real numbers" or "real numbers"
                    ? new MathNode(NodeKind.Symbol, "mathbbR")
                    : new MathNode(NodeKind.Words, token.Text);
            case TokenKind.Infinity:
                return new MathNode(NodeKind.Infinity) { Number = Rational.One };
            case TokenKind.Function:
                return Call(token.Text);
            case TokenKind.Open:
                return Bracket(token.Text);
            case TokenKind.GroupOpen:
                return Group();
            case TokenKind.Bar when _bars == 0:
                return Absolute();
            case TokenKind.Fraction:
                return new MathNode(NodeKind.Quotient, "", Argument(), Argument());
            case TokenKind.Binomial:
                return MathNode.Call("binom", Argument(), Argument());
            case TokenKind.Root:
                return Root();
            case TokenKind.Overline:
                return Argument();
            case TokenKind.BeginMatrix:
                return Matrix(token.Text);
            default:
                _at--;
                return Fail();
        }
    }

    /// <summary>Whether a base follows the number just read, behind its braces too.</summary>
    private bool IsBased() => Next.Kind == TokenKind.Subscript || (Next.Kind == TokenKind.GroupClose && _tokens[_at + 1].Kind == TokenKind.Subscript);

    private MathNode Postfix(MathNode node)
    {
        for (var marks = 0; _fault is null; marks++)
        {
            if (marks > MaxMarks)
            {
                return Fail("it has too many marks in a row");
            }

            switch (Next.Kind)
            {
                case TokenKind.Power:
                    _at++;
                    node = Power(node);
                    break;
                case TokenKind.Subscript:
                    _at++;
                    node = Subscript(node);
                    break;
                case TokenKind.Factorial:
                    _at++;
                    node = MathNode.Call("factorial", node);
                    break;
                case TokenKind.Percent:
                    _at++;
                    node = new MathNode(NodeKind.Percent, "", node);
                    break;
                case TokenKind.Degree:
                    _at++;
                    node = new MathNode(NodeKind.Degree, "", node);
                    break;
                case TokenKind.Prime when node.Kind == NodeKind.Symbol:
                    _at++;
                    node = Name($"{node.Text}'");
                    break;
                default:
                    return node;
            }
        }

        return node;
    }

    private MathNode Power(MathNode node)
    {
        // ^{\circ} and ^\circ mark degrees; ^\prime is a dash.
        var mark = Next.Kind == TokenKind.GroupOpen ? _tokens[_at + 1].Kind : Next.Kind;
        if (mark is TokenKind.Degree or TokenKind.Prime)
        {
            var width = Next.Kind == TokenKind.GroupOpen ? 3 : 1;
            _at = Math.Min(_at + width, _tokens.Count - 1);
            return mark == TokenKind.Degree ? new MathNode(NodeKind.Degree, "", node) : new MathNode(NodeKind.Symbol, $"{node.Text}'");
        }

        if (Next.Kind == TokenKind.GroupOpen)
        {
            _at++;
            var exponent = Group();

            // a^{b}^{c} is taken as ASCII tools do, to the right.
            if (Next.Kind != TokenKind.Power)
            {
                return new MathNode(NodeKind.Power, "", node, exponent);
            }

            if (++_depth > MaxDepth)
            {
                return Fail($"it is nested more than {MaxDepth} deep");
            }

            var tower = new MathNode(NodeKind.Power, "", node, Postfix(exponent));
            _depth--;
            return tower;
        }

        return new MathNode(NodeKind.Power, "", node, SignedFactor());
    }

    private MathNode Subscript(MathNode node)
    {
        var isGroup = Take(TokenKind.GroupOpen);
        var token = Next;
        if (token.Kind is not (TokenKind.Number or TokenKind.Symbol or TokenKind.Words))
        {
            return Fail();
        }

        _at++;
        var name = token.Kind == TokenKind.Number ? token.Number.ToString() : token.Text;
        while (isGroup && Next.Kind is TokenKind.Number or TokenKind.Symbol or TokenKind.Separator or TokenKind.Plus or TokenKind.Minus)
        {
            name += Next.Kind switch { TokenKind.Number => Next.Number.ToString(), TokenKind.Symbol => Next.Text, TokenKind.Minus => "-", TokenKind.Plus => "+", _ => "," };
            _at++;
        }

        if (isGroup && !Take(TokenKind.GroupClose))
        {
            return Fail();
        }

        return node.Kind switch
        {
            NodeKind.Number => NumberBase.Read(node.Text, name) is { } value ? new MathNode(NodeKind.Number, node.Text) { Number = value } : Fail("a number has digits its base has not"),
            NodeKind.Symbol => Name($"{node.Text}_{name}"),
            _ => node,
        };
    }
}
