namespace SynthFarm.Core.Answers.Expressions;

/// <content>Functions, roots and their arguments.</content>
internal sealed partial class MathParser
{
    /// <summary>A symbol, or a call where the name is a function's and a bracket follows at once.</summary>
    private MathNode Name(string name)
    {
        var isCalled = name[0] is 'f' or 'g' or 'h' or 'F' or 'G' or 'H' && (name.Length == 1 || name[1] is '_' or '\'')
            && Next is { Kind: TokenKind.Open, Text: "(", AfterSpace: false };
        if (!isCalled)
        {
            return new MathNode(NodeKind.Symbol, name);
        }

        _at++;
        var arguments = Items();
        return Take(TokenKind.Close) ? MathNode.Call(name, arguments.Kind == NodeKind.List ? arguments.Items : [arguments]) : Fail();
    }

    private MathNode Call(string name)
    {
        MathNode? power = null, index = null;
        while (_fault is null && Next.Kind is TokenKind.Power or TokenKind.Subscript)
        {
            var kind = Next.Kind;
            _at++;
            (power, index) = kind == TokenKind.Power ? (Argument(), index) : (power, Argument());
        }

        MathNode[] arguments;
        if (Take(TokenKind.Open))
        {
            var inner = Items();
            if (!Take(TokenKind.Close))
            {
                return Fail();
            }

            arguments = inner.Kind == NodeKind.List ? inner.Items : [inner];
        }
        else
        {
            arguments = [BareArgument()];
        }

        if (name == "log" && index is not null)
        {
            arguments = [arguments[0], index];
        }

        if (power is { Kind: NodeKind.Number or NodeKind.Negation } && power.Kind == NodeKind.Number && power.Number == Rational.MinusOne && name is "sin" or "cos" or "tan")
        {
            return MathNode.Call($"arc{name}", arguments);
        }

        var call = MathNode.Call(name, arguments);
        return power is null ? call : new MathNode(NodeKind.Power, "", call, power);
    }

    /// <summary><c>\sin 2x</c>: what stands behind a function without brackets, up to the next function or sign.</summary>
    private MathNode BareArgument()
    {
        var factors = new List<MathNode> { SignedFactor() };
        while (_fault is null && Next.Kind is TokenKind.Symbol or TokenKind.Fraction or TokenKind.Root or TokenKind.GroupOpen)
        {
            factors.Add(Factor());
        }

        return factors.Count == 1 ? factors[0] : new MathNode(NodeKind.Product, "", [.. factors]);
    }

    private MathNode Root()
    {
        MathNode? degree = null;
        if (Next is { Kind: TokenKind.Open, Text: "[" })
        {
            _at++;
            degree = Items();
            if (!Take(TokenKind.Close))
            {
                return Fail();
            }
        }

        var radicand = Argument();
        return new MathNode(NodeKind.Power, "root", radicand, new MathNode(NodeKind.Quotient, "", MathNode.Integer(1), degree ?? MathNode.Integer(2)));
    }

    /// <summary>A group, a bracket or a single token.</summary>
    private MathNode Argument()
    {
        if (++_depth > MaxDepth)
        {
            return Fail($"it is nested more than {MaxDepth} deep");
        }

        var isNegative = Take(TokenKind.Minus);
        var argument = Primary();
        _depth--;
        return isNegative ? MathNode.Negated(argument) : argument;
    }

    private MathNode Group()
    {
        var inner = Next.Kind == TokenKind.GroupClose ? new MathNode(NodeKind.Words) : Items();
        return Take(TokenKind.GroupClose) ? inner : Fail();
    }
}
