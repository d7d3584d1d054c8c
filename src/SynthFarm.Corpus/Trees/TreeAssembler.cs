using System.Text.Json;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trees;

/// <summary>Puts the rows of <see cref="TreeSchema"/> together again to trees. Holds one tree at a time.</summary>
internal static class TreeAssembler
{
    /// <param name="rows">Rows of the current schema; a tree's rows together and in order.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="CorpusException">Rows do not make up trees; the message names file and row.</exception>
    public static IEnumerable<FinishedProblem> Assemble(IEnumerable<ParquetRow> rows, string file)
        => AssembleWithConfig(rows, file).Select(item => item.Finished);

    /// <summary>As <see cref="Assemble"/>, each tree with the configuration hash of the run that grew it.</summary>
    public static IEnumerable<(FinishedProblem Finished, string ConfigHash)> AssembleWithConfig(IEnumerable<ParquetRow> rows, string file)
    {
        FinishedProblem? open = null;
        var configHash = "";
        var expected = 0;
        var number = -1L;
        foreach (var row in rows.Select(r => new TreeRow(r)))
        {
            number++;
            var isRoot = row.StepId == 0;
            if (isRoot && open is not null)
            {
                RequireWhole(open, expected, file, number);
                yield return (open, configHash);
            }

            if (isRoot)
            {
                open = Guard(() => Begin(row), file, number);
                expected = row.TreeSteps ?? 0;
                configHash = row.ConfigHash;
            }
            else
            {
                var problem = open ?? throw Broken(file, number, "a step comes before any root");
                Guard(() => Append(problem.Tree!, row), file, number);
            }
        }

        if (open is not null)
        {
            RequireWhole(open, expected, file, number + 1);
            yield return (open, configHash);
        }
    }

    private static FinishedProblem Begin(TreeRow row)
    {
        var problem = ProblemJson.Read(row.ProblemJson ?? throw new CorpusException("the root has no problem"));
        if (problem.Id != row.ProblemId)
        {
            throw new CorpusException($"the problem's id is \"{problem.Id}\", not \"{row.ProblemId}\"");
        }

        var tree = new ReasoningTree(row.TreeId, problem);
        SetEvidence(tree, row);
        return new FinishedProblem
        {
            Problem = problem,
            Tree = tree,
            Outcome = EnumNames.Outcome.Value(row.Outcome ?? throw new CorpusException("the root has no outcome")),
            Reason = row.OutcomeReason,
            SearchEnd = row.SearchEnd is { } end ? EnumNames.SearchEnd.Value(end) : null,
            Verifier = row.Verifier,
        };
    }

    private static ReasoningStep Append(ReasoningTree tree, TreeRow row)
    {
        if (row.TreeId != tree.Id)
        {
            throw new CorpusException($"the step belongs to tree {row.TreeId}, which has no root");
        }

        var step = tree.Append(row.ParentId, row.ToDraft());
        if (step.Id != row.StepId || step.Depth != row.Depth || step.SiblingIndex != row.SiblingIndex)
        {
            throw new CorpusException(
                $"step {row.StepId} (depth {row.Depth}, sibling {row.SiblingIndex}) stands where step {step.Id} (depth {step.Depth}, sibling {step.SiblingIndex}) belongs");
        }

        SetEvidence(tree, row);
        return step;
    }

    private static void SetEvidence(ReasoningTree tree, TreeRow row)
    {
        tree.AddMonteCarlo(row.StepId, row.MonteCarloCorrect, row.MonteCarloTotal);
        var statistics = tree.Statistics(row.StepId);
        (statistics.Visits, statistics.Value, statistics.Pruned) = (row.Visits, row.Value, row.Pruned);
    }

    private static void RequireWhole(FinishedProblem finished, int expected, string file, long row)
    {
        if (finished.Tree!.Count != expected)
        {
            throw Broken(file, row, $"tree {finished.Tree.Id} has {finished.Tree.Count} rows where its root says {expected}");
        }
    }

    private static T Guard<T>(Func<T> read, string file, long row)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CorpusException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw Broken(file, row, e.Message, e);
        }
    }

    private static CorpusException Broken(string file, long row, string what, Exception? inner = null)
        => new($"{file}, row {row}: {what}.", inner!);
}
