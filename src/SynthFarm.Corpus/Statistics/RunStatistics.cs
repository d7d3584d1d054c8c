using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Statistics;

/// <summary>Counts the finished problems of a run.</summary>
internal static class RunStatistics
{
    public static CorpusStatistics Of(CorpusReader corpus, CancellationToken cancellationToken)
    {
        var (steps, tokens, leaves) = (new DistributionCounter(), new DistributionCounter(), new DistributionCounter());
        var yields = new YieldCounter();
        foreach (var finished in corpus.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var problem = finished.Problem;
            var isAccepted = finished.Outcome == ProblemOutcome.Accepted;
            yields.Add("kind", problem.Kind, isAccepted);
            yields.Add("source", problem.Source, isAccepted);
            yields.Add("topic", problem.Topic, isAccepted);
            yields.Add("level", problem.Level, isAccepted);
            if (finished.Tree is { } tree)
            {
                steps.Add(tree.Count - 1);
                tokens.Add(tree.GeneratedTokens);
                leaves.Add(tree.CorrectLeaves().Count());
            }
        }

        var counts = corpus.Counts;
        return new CorpusStatistics
        {
            Configs = [],
            Funnel = [new("problems", counts.Problems), new("with a tree", steps.ToDistribution().Count), new("accepted", counts.Accepted)],
            Rejections =
            [
                .. new[] { (ProblemOutcome.Exhausted, counts.Exhausted), (ProblemOutcome.Failed, counts.Failed), (ProblemOutcome.Cancelled, counts.Cancelled) }
                    .Where(c => c.Item2 > 0)
                    .OrderByDescending(c => c.Item2)
                    .Select(c => new YieldStage($"search/{EnumNames.Outcome.Name(c.Item1)}", c.Item2)),
            ],
            Yields = yields.ToRows(),
            Distributions =
            [
                new("steps per tree", steps.ToDistribution()),
                new("tokens per tree", tokens.ToDistribution()),
                new("correct leaves per tree", leaves.ToDistribution()),
            ],
        };
    }
}
