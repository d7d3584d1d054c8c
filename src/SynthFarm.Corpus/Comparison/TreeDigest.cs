using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Makes the row of a tree, the same from a run's store as from a snapshot.</summary>
internal static class TreeDigest
{
    private static readonly string[] _columns = ["steps", "scores", "verdicts", "answers", "statistics", "outcome"];

    /// <param name="finished">A problem with a tree.</param>
    public static DiffRow Of(FinishedProblem finished)
    {
        var tree = finished.Tree!;
        var (steps, scores, verdicts, answers, statistics) = (new ValueDigest(), new ValueDigest(), new ValueDigest(), new ValueDigest(), new ValueDigest());
        foreach (var step in tree.Steps)
        {
            steps.Add(step.ParentId).Add(step.Text).Add(step.TokenIds).Add(step.Draws).Add(step.MeanLogProb).Add(step.Producer).Add(step.Round);
            scores.Add(step.Reward);
            verdicts.Add((int)step.Verdict).Add(step.Critique).Add(step.CritiqueSource).Add(step.MonteCarloCorrect).Add(step.MonteCarloTotal);
            answers.Add((int)step.Terminal).Add(step.Answer).Add((int)step.AnswerVerdict.Verdict).Add(step.AnswerVerdict.Canonical);
            var visited = tree.Statistics(step.Id);
            statistics.Add(visited.Visits).Add(visited.Value).Add(visited.Pruned);
        }

        var outcome = new ValueDigest().Add((int)finished.Outcome).Add(finished.Reason).Add(finished.SearchEnd is { } end ? (int)end : null);
        return new DiffRow(
            tree.Id, finished.Problem.Id, tree.Id, _columns,
            [steps.Take(), scores.Take(), verdicts.Take(), answers.Take(), statistics.Take(), outcome.Take()]);
    }
}
