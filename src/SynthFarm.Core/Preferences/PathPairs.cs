using System.Numerics;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences;

/// <summary>Pairs answered paths, a correct one with a wrong one, as whole responses or as thoughts.</summary>
internal sealed class PathPairs(PathPairOptions options, PairLevel level, PathText texts)
{
    public PairResult Choose(JudgedTree judged, StableRandom random)
    {
        var sampled = Sample(judged, random);
        var correct = sampled.Where(leaf => judged.AnswerOf(leaf.Id) == Verdict.Correct).ToList();
        var wrong = sampled.Where(leaf => judged.AnswerOf(leaf.Id) == Verdict.Wrong).ToList();
        if (correct.Count == 0 || wrong.Count == 0)
        {
            return new PairResult([], correct.Count == 0 ? PairResult.NoCorrectPath : PairResult.NoWrongPath);
        }

        var refusal = RemoveUnusable(judged, correct) ?? RemoveUnusable(judged, wrong);
        return Pair(judged.Tree, options.Rule == PairRule.Random ? EachWithEach(correct, wrong) : ByPerplexity(judged.Tree, correct, wrong), refusal);
    }

    /// <summary>At most so many answered paths as the options say, in random order, each as often as it was drawn.</summary>
    private List<ReasoningStep> Sample(JudgedTree judged, StableRandom random)
    {
        var drawn = judged.Leaves
            .Where(leaf => judged.AnswerOf(leaf.Id) != Verdict.Unknown)
            .SelectMany(leaf => Enumerable.Repeat(leaf, leaf.Draws)).ToArray();
        random.Shuffle<ReasoningStep>(drawn);
        return [.. drawn.Take(options.Samples)];
    }

    private PairResult Pair(ReasoningTree tree, IEnumerable<(ReasoningStep Chosen, ReasoningStep Rejected)> candidates, string? refusal)
    {
        var sides = new Dictionary<int, PairSide>();
        var pairs = new List<PreferencePair>();
        var seen = new HashSet<(string, string)>();
        foreach (var (chosen, rejected) in candidates)
        {
            var (better, worse) = (Side(chosen), Side(rejected));
            if (better.Text == worse.Text || !seen.Add((better.Text, worse.Text)))
            {
                continue;
            }

            pairs.Add(new PreferencePair
            {
                Level = level,
                Rule = options.Rule,
                Chosen = better,
                Rejected = worse,
                SharedLength = texts.SharedLength(tree, chosen.ParentId, rejected.ParentId),
                ScoreSource = better.Score is null || worse.Score is null ? null : "reward",
            });
            if (pairs.Count == options.Pairs)
            {
                break;
            }
        }

        return PairResult.Of(pairs, refusal ?? PairResult.EqualTexts);

        PairSide Side(ReasoningStep leaf) => sides.TryGetValue(leaf.Id, out var side) ? side : sides[leaf.Id] = Create(tree, leaf);
    }

    /// <summary>Removes paths whose text may not be published; the reason when none is left.</summary>
    private string? RemoveUnusable(JudgedTree judged, List<ReasoningStep> leaves)
    {
        var reasons = leaves.DistinctBy(leaf => leaf.Id).ToDictionary(leaf => leaf.Id, leaf => Unusable(judged, leaf));
        leaves.RemoveAll(leaf => reasons[leaf.Id] is not null);
        return leaves.Count == 0 ? reasons.Values.First() : null;
    }

    private string? Unusable(JudgedTree judged, ReasoningStep leaf) =>
        texts.IsForged(judged.Tree, leaf.Id) ? PairResult.ForgedMarker
        : level == PairLevel.Thought ? leaf.Depth < 2 ? PairResult.NoThought : null
        : judged.IsStatedIn(texts.Response(judged.Tree, leaf), leaf.Id) ? null
        : PairResult.AnswerNotStated;

    private PairSide Create(ReasoningTree tree, ReasoningStep leaf)
    {
        var compared = Compared(tree, leaf);
        return new PairSide
        {
            StepId = leaf.Id,
            Text = level == PairLevel.Answer ? texts.Response(tree, leaf) : texts.Thought(tree, leaf),
            Score = leaf.Reward,
            Perplexity = PathPerplexity.Of(compared),
            TokenCount = compared.Sum(step => step.TokenIds.Count),
        };
    }

    private IReadOnlyList<ReasoningStep> Compared(ReasoningTree tree, ReasoningStep leaf) => tree.PathTo(level == PairLevel.Answer ? leaf.Id : leaf.ParentId);

    /// <summary>
    /// Every combination once. Each correct and each wrong path is used once before any is used again, so that five pairs are five correct
    /// and five wrong paths where there are as many.
    /// </summary>
    private static IEnumerable<(ReasoningStep, ReasoningStep)> EachWithEach(List<ReasoningStep> correct, List<ReasoningStep> wrong)
    {
        if (correct.Count == 0 || wrong.Count == 0)
        {
            yield break;
        }

        var period = correct.Count / (int)BigInteger.GreatestCommonDivisor(correct.Count, wrong.Count) * wrong.Count;
        for (var i = 0; i < correct.Count * wrong.Count; i++)
        {
            yield return (correct[i % correct.Count], wrong[(i + (i / period)) % wrong.Count]);
        }
    }

    private IEnumerable<(ReasoningStep, ReasoningStep)> ByPerplexity(ReasoningTree tree, List<ReasoningStep> correct, List<ReasoningStep> wrong)
    {
        var unsure = correct.DistinctBy(leaf => leaf.Id).OrderBy(MeanLogProb).ThenBy(leaf => leaf.Id);
        var sure = wrong.DistinctBy(leaf => leaf.Id).OrderByDescending(MeanLogProb).ThenBy(leaf => leaf.Id);
        return unsure.Zip(sure);

        double MeanLogProb(ReasoningStep leaf) => PathPerplexity.MeanLogProb(Compared(tree, leaf)) ?? 0;
    }
}
