namespace SynthFarm.Core.Answers.Expressions;

/// <content>Everything between two delimiters.</content>
internal sealed partial class MathParser
{
    private MathNode Bracket(string open)
    {
        if (open == "{")
        {
            return Set();
        }

        if (Next.Kind == TokenKind.Close)
        {
            return Fail("brackets are empty");
        }

        var bars = _bars;
        var sets = _sets;
        _bars = _sets = 0;
        var inner = Items();
        (_bars, _sets) = (bars, sets);
        var close = Next.Text;
        if (!Take(TokenKind.Close))
        {
            return Fail();
        }

        if (open is "floor" or "ceil")
        {
            return open == close ? MathNode.Call(open, inner) : Fail();
        }

        if (open == "<" || close == ">")
        {
            return new MathNode(NodeKind.Tuple, "()", inner.Kind == NodeKind.List ? inner.Items : [inner]);
        }

        if (inner.Kind == NodeKind.List)
        {
            return new MathNode(NodeKind.Tuple, open + close, inner.Items);
        }

        return (open, close) is ("(", ")") or ("[", "]") ? inner : Fail("brackets do not match");
    }

    private MathNode Set()
    {
        if (Take(TokenKind.Close))
        {
            return new MathNode(NodeKind.Set);
        }

        _sets++;
        var inner = Items();
        if (Next.Kind is TokenKind.Bar or TokenKind.Colon)
        {
            // {x | x > 1}: the condition says all.
            _at++;
            inner = Items();
            _sets--;
            return Next is { Kind: TokenKind.Close, Text: "}" } && Take(TokenKind.Close) ? inner : Fail();
        }

        _sets--;
        if (Next is not { Kind: TokenKind.Close, Text: "}" })
        {
            return Fail();
        }

        _at++;
        return new MathNode(NodeKind.Set, "", inner.Kind == NodeKind.List ? inner.Items : [inner]);
    }

    private MathNode Absolute()
    {
        _bars++;
        var inner = Items();
        _bars--;
        return Take(TokenKind.Bar) ? MathNode.Call("abs", inner) : Fail();
    }

    private MathNode Matrix(string kind)
    {
        var rows = new List<MathNode>();
        var cells = new List<MathNode>();
        while (_fault is null && Next.Kind != TokenKind.EndMatrix)
        {
            if (Take(TokenKind.NextRow))
            {
                rows.Add(new MathNode(NodeKind.List, ",", [.. cells]));
                cells.Clear();
            }
            else if (cells.Count > 0 && !Take(TokenKind.NextCell))
            {
                return Fail();
            }
            else
            {
                cells.Add(Relations());
            }
        }

        if (!Take(TokenKind.EndMatrix))
        {
            return Fail();
        }

        if (cells.Count > 0)
        {
            rows.Add(new MathNode(NodeKind.List, ",", [.. cells]));
        }

        var matrix = new MathNode(NodeKind.Matrix, "", [.. rows]);
        return kind == "det" ? MathNode.Call("det", matrix) : matrix;
    }
}
