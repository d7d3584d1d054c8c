using SynthFarm.Core.Answers.Algebra;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Reads intervals, finite sets and conditions on one variable as sets of real numbers.</summary>
internal sealed class SetReader(ScalarComparer scalars)
{
    private const int MaxParts = 64;

    private int _parts;

    /// <summary>Null for what is no such set.</summary>
    public RealSet? Read(MathNode node)
    {
        if (++_parts > MaxParts)
        {
            return null;
        }

        switch (node.Kind)
        {
            case NodeKind.Symbol:
                return node.Text switch { "emptyset" => RealSet.Empty, "mathbbR" => RealSet.Line, _ => null };
            case NodeKind.Tuple when node.Items.Length == 2:
                return Between(node[0], node.Text[0] == '[', node[1], node.Text[1] == ']');
            case NodeKind.Set:
                return Points(node);
            case NodeKind.Sets:
                return Combine(node);
            case NodeKind.Relation:
                return Condition(node);
            case NodeKind.List when node.Items.All(item => item.Kind is NodeKind.Relation):
                return Conditions(node);
            case NodeKind.List when node.Items.All(item => item.Kind is NodeKind.Tuple or NodeKind.Sets or NodeKind.Set):
                return Join(node, RealSet.Union);
            default:
                return null;
        }
    }

    private RealSet? Combine(MathNode node) => node.Text switch
    {
        "union" => Join(node, RealSet.Union),
        "intersection" => Join(node, RealSet.Intersection),
        _ => Join(node, (x, y) => RealSet.Intersection(x, y.Complement())),
    };

    /// <summary>"and" narrows; "or" and a comma widen, unless the conditions bound from both sides.</summary>
    private RealSet? Conditions(MathNode node)
    {
        if (node.Text == "and")
        {
            return Join(node, RealSet.Intersection);
        }

        var areExclusions = node.Items.All(item => item.Text == "!=");
        return Join(node, areExclusions || node.Text == "," ? RealSet.Intersection : RealSet.Union) is { Parts.Count: > 0 } both
            ? both
            : Join(node, RealSet.Union);
    }

    private RealSet? Join(MathNode node, Func<RealSet, RealSet, RealSet> join)
    {
        var joined = Read(node[0]);
        for (var i = 1; i < node.Items.Length && joined is not null; i++)
        {
            joined = Read(node[i]) is { } next ? join(joined, next) : null;
        }

        return joined;
    }

    private RealSet? Points(MathNode node)
    {
        var points = RealSet.Empty;
        foreach (var item in node.Items)
        {
            if (++_parts > MaxParts || End(item) is not { Infinity: 0 } end)
            {
                return null;
            }

            points = RealSet.Union(points, RealSet.Of(new Interval(end, true, end, true)));
        }

        return points;
    }

    private RealSet? Between(MathNode low, bool hasLow, MathNode high, bool hasHigh) =>
        End(low) is { } left && End(high) is { } right ? RealSet.Of(new Interval(left, hasLow, right, hasHigh)) : null;

    private Endpoint? End(MathNode node) => node.Kind == NodeKind.Infinity
        ? Endpoint.Infinite(node.Number.Sign)
        : new Evaluator(Sampling.NoVariables, scalars.Work).Evaluate(node) is { } value ? new Endpoint(node, value, 0) : null;

    /// <summary>A chain of relations in one variable, e.g. <c>-2 &lt;= x &lt; 7</c> or <c>-x >= 1</c>.</summary>
    private RealSet? Condition(MathNode node)
    {
        var relations = node.Text.Split(' ');
        if (relations is ["in"])
        {
            return node[0].Kind == NodeKind.Symbol ? Read(node[1]) : null;
        }

        RealSet? set = null;
        for (var i = 0; i < relations.Length; i++)
        {
            if (Half(node[i], relations[i], node[i + 1]) is not { } half)
            {
                return null;
            }

            set = set is null ? half : RealSet.Intersection(set, half);
        }

        return set;
    }

    /// <summary><c>|x - a| &lt; b</c> is <c>-b &lt; x - a &lt; b</c>, and <c>|x - a| > b</c> the rest but for its ends.</summary>
    private RealSet? Absolute(MathNode inner, string relation, MathNode bound)
    {
        if (++_parts > MaxParts || End(bound) is null || inner is { Kind: NodeKind.Function, Text: "abs" })
        {
            return null;
        }

        if (relation is "=" or "!=")
        {
            var points = Absolute(inner, "<=", bound) is { } within && Absolute(inner, ">=", bound) is { } beyond ? RealSet.Intersection(within, beyond) : null;
            return relation == "=" ? points : points?.Complement();
        }

        if (Half(inner, relation, bound) is not { } above || Half(MathNode.Negated(bound), relation, inner) is not { } below)
        {
            return null;
        }

        return relation is "<" or "<=" ? RealSet.Intersection(above, below) : RealSet.Union(above, below);
    }

    /// <summary>What a linear relation in one variable allows.</summary>
    private RealSet? Half(MathNode left, string relation, MathNode right)
    {
        if (right.Kind == NodeKind.Infinity || left.Kind == NodeKind.Infinity)
        {
            return RealSet.Line;
        }

        if (left is { Kind: NodeKind.Function, Text: "abs" } || right is { Kind: NodeKind.Function, Text: "abs" })
        {
            return left.Text == "abs" ? Absolute(left[0], relation, right) : Absolute(right[0], Relations.Flip(relation), left);
        }

        if (Linear.Solve(left, right, scalars) is not { } solved || End(solved.Root) is not { } end)
        {
            return null;
        }

        var (low, high) = (Endpoint.Infinite(-1), Endpoint.Infinite(1));
        return (relation, solved.IsRising) switch
        {
            ("<", true) or (">", false) => RealSet.Of(new Interval(low, false, end, false)),
            ("<=", true) or (">=", false) => RealSet.Of(new Interval(low, false, end, true)),
            (">", true) or ("<", false) => RealSet.Of(new Interval(end, false, high, false)),
            (">=", true) or ("<=", false) => RealSet.Of(new Interval(end, true, high, false)),
            ("=", _) => RealSet.Of(new Interval(end, true, end, true)),
            ("!=", _) => RealSet.Of(new Interval(end, true, end, true)).Complement(),
            _ => null,
        };
    }
}
