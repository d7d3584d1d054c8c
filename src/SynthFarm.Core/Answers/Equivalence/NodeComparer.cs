using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Compares two parsed answers by their shape; the gold answer comes first and its shape decides what is accepted.</summary>
internal sealed partial class NodeComparer
{
    private const int MaxItems = 64;

    private readonly ScalarComparer _scalars;
    private readonly WorkBudget _work;

    public NodeComparer(WorkBudget work)
    {
        _work = work;
        _scalars = ScalarComparer.Create(work);
    }

    public Outcome Compare(MathNode gold, MathNode answer)
    {
        _work.Spend(1 + ((gold.Size + answer.Size) / 4));
        gold = Signs.Expand(gold);
        answer = Signs.Expand(answer);
        if (gold.Kind == NodeKind.Relation && answer.Kind == NodeKind.Relation)
        {
            var both = CompareRelations(gold, answer);
            if (both.IsCorrect)
            {
                return both;
            }

            if (Statements.NameOf(gold) is { } name && Statements.NameOf(answer) is { } other && name != other && gold.Items.Length == 2 && answer.Items.Length == 2)
            {
                return both.Verdict == Verdict.Wrong ? Outcome.Unknown($"the answer is about {QuotedText.Of(other)}, not {QuotedText.Of(name)}", RuleNames.Relation) : both;
            }
        }

        var (expected, _) = Statements.Of(gold);
        var (stated, rounded) = Statements.Of(answer);
        var outcome = CompareValues(gold, expected, answer, stated);
        if (!outcome.IsCorrect && rounded is not null && CompareValues(gold, expected, rounded, rounded) is { IsCorrect: true } second && AreClose(stated, rounded))
        {
            return second;
        }

        return outcome;
    }

    private Outcome CompareValues(MathNode gold, MathNode expected, MathNode answer, MathNode stated)
    {
        (expected, stated) = (Matrices.Multiply(expected), Matrices.Multiply(stated));
        if ((expected.Kind == NodeKind.Set && stated.Kind is NodeKind.Set or NodeKind.List) || (stated.Kind == NodeKind.Set && expected.Kind == NodeKind.List))
        {
            return CompareItems(expected, stated);
        }

        if (IsSetLike(gold, expected) || IsSetLike(answer, stated))
        {
            return CompareSets(gold, expected, answer, stated);
        }

        if (expected.Kind == NodeKind.Relation || stated.Kind == NodeKind.Relation)
        {
            return expected.Kind == NodeKind.Relation && stated.Kind == NodeKind.Relation
                ? CompareRelations(expected, stated)
                : Outcome.Wrong(expected.Kind == NodeKind.Relation ? "the answer states no relation" : "the answer states a relation, not a value", RuleNames.Shape);
        }

        if (expected.Kind == NodeKind.Matrix || stated.Kind == NodeKind.Matrix)
        {
            return CompareMatrices(expected, stated);
        }

        if (IsItems(expected) || IsItems(stated))
        {
            return CompareItems(expected, stated);
        }

        return expected.Kind is NodeKind.Words || stated.Kind is NodeKind.Words
            ? Outcome.Unknown("one of them is words", RuleNames.Shape)
            : CompareScalars(expected, stated);
    }

    private Outcome CompareScalars(MathNode gold, MathNode answer)
    {
        if (gold.Kind == NodeKind.Infinity || answer.Kind == NodeKind.Infinity)
        {
            return gold.Kind == answer.Kind && gold.Number == answer.Number
                ? Outcome.Correct("both are the same infinity", RuleNames.Identity)
                : Outcome.Wrong("only one of them is this infinity", RuleNames.Identity);
        }

        return new MeasureComparer(_scalars).Compare(gold, answer);
    }

    private Outcome CompareMatrices(MathNode gold, MathNode answer)
    {
        var (x, y) = (Rows(gold), Rows(answer));
        if (x is null || y is null || x.Length != y.Length)
        {
            return Outcome.Wrong("the matrices have different shapes", RuleNames.Matrix);
        }

        for (var row = 0; row < x.Length; row++)
        {
            if (x[row].Items.Length != y[row].Items.Length)
            {
                return Outcome.Wrong("the matrices have different shapes", RuleNames.Matrix);
            }

            for (var column = 0; column < x[row].Items.Length; column++)
            {
                var cell = Compare(x[row][column], y[row][column]);
                if (!cell.IsCorrect)
                {
                    return cell with { Reason = $"in row {row + 1}, column {column + 1}: {cell.Reason}", Rule = RuleNames.Matrix };
                }
            }
        }

        return Outcome.Correct("the matrices are equal cell by cell", RuleNames.Matrix);
    }

    /// <summary>The rows of a matrix; a tuple is a column.</summary>
    private static MathNode[]? Rows(MathNode node) => node.Kind switch
    {
        NodeKind.Matrix => node.Items,
        NodeKind.Tuple when node.Items.All(item => item is { Kind: NodeKind.Tuple, Text: "[]" }) => node.Items,
        NodeKind.Tuple => Array.ConvertAll(node.Items, item => new MathNode(NodeKind.List, ",", item)),
        _ => null,
    };

    /// <summary>Whether a rounded value belongs to an exact one, within a hundredth.</summary>
    private bool AreClose(MathNode exact, MathNode rounded)
    {
        var evaluator = new Algebra.Evaluator(Sampling.NoVariables, _work);
        if (evaluator.Evaluate(exact) is not { } x || evaluator.Evaluate(rounded) is not { } y)
        {
            return false;
        }

        var slack = Algebra.Ball.Of(Rational.Of(1, 100)) * (x.IsNegative ? -x : x);
        return !(slack - (x - y)).IsNegative && !(slack + (x - y)).IsNegative;
    }
}
