using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>Counts, by topic, the problems that gave no row: they are in <c>rejections</c> alone.</summary>
internal static class UnsolvedProblems
{
    public static IReadOnlyList<TopicYield> Count(SourceSnapshot source, IReadOnlyList<SelectionCandidate> candidates, TopicField topicBy)
    {
        var config = source.Config(ConfigNames.Rejections);
        var topicColumn = topicBy.ToString().ToLowerInvariant();
        var seen = candidates.Select(c => c.ProblemId).ToHashSet(StringComparer.Ordinal);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in config.Splits.SelectMany(split => source.Rows(config, split, "problem_id", "stage", topicColumn)))
        {
            // What an earlier selection left out was solved.
            if (row.Get<string>("stage") != RejectionStage.Selection && seen.Add(row.Get<string>("problem_id")))
            {
                var topic = row.Get<string?>(topicColumn) ?? "";
                counts[topic] = counts.GetValueOrDefault(topic) + 1;
            }
        }

        return [.. counts.Select(c => new TopicYield(c.Key, c.Value))];
    }
}
