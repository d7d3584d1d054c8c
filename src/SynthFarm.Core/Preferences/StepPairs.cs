using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences;

/// <summary>
/// Pairs siblings whose scores differ by a margin, after rStar-Math (Guan et al., 2025): the best against the worst so many, each with each.
/// </summary>
/// <remarks>
/// Where the evidence is a verdict, the steps before must be right, and a step below which a correct answer was found is not rejected: the
/// tree contradicts the verdict. Of equal scores the step that was drawn more often comes first.
/// </remarks>
internal sealed class StepPairs(StepPairOptions options, PathText texts)
{
    public PairResult Choose(JudgedTree judged)
    {
        var tree = judged.Tree;
        var scoring = new StepScoring(judged, options.By, options.MinPaths);
        var pairs = new List<PreferencePair>();
        var seen = new HashSet<(string, string)>();
        var refusal = PairResult.NoSiblings;
        foreach (var parent in tree.Steps.Where(step => tree.Children(step.Id).Count > 1 && (!scoring.IsVerdict || IsRight(step))))
        {
            if (refusal == PairResult.NoSiblings)
            {
                refusal = PairResult.NotJudged;
            }

            var siblings = Scored(parent);
            var best = siblings.Where(s => MayBeChosen(s.Step)).OrderByDescending(s => s.Score)
                .ThenByDescending(s => s.Step.Draws).ThenBy(s => s.Step.Id).Take(options.PerSide).ToList();
            var worst = siblings.Where(s => MayBeRejected(s.Step)).OrderBy(s => s.Score)
                .ThenByDescending(s => s.Step.Draws).ThenBy(s => s.Step.Id).Take(options.PerSide).ToList();
            if (best.Count > 0 && worst.Count > 0 && siblings.Count > 1)
            {
                refusal = Add(best, worst);
            }
        }

        return PairResult.Of(pairs, refusal);

        List<(ReasoningStep Step, double Score)> Scored(ReasoningStep parent)
        {
            var scored = new List<(ReasoningStep, double)>();
            foreach (var step in tree.Children(parent.Id).Select(id => tree[id]).Where(IsComparable))
            {
                if (scoring.Of(step) is { } score)
                {
                    scored.Add((step, score));
                }
            }

            return scored;
        }

        bool IsRight(ReasoningStep step) => tree.PathTo(step.Id).All(s => scoring.Of(s) > 0);

        bool MayBeChosen(ReasoningStep step) => !options.ChosenHasCorrect || judged.OutcomesOf(step.Id).HasCorrect;

        bool MayBeRejected(ReasoningStep step) => judged.OutcomesOf(step.Id) is var paths
            && !(scoring.IsVerdict && paths.HasCorrect) && (!options.RejectedHasWrong || paths.HasWrong);

        string Add(List<(ReasoningStep Step, double Score)> best, List<(ReasoningStep Step, double Score)> worst)
        {
            var reason = PairResult.BelowMargin;
            foreach (var (chosen, rejected) in best.SelectMany(b => worst.Select(w => (b, w))).Where(p => p.b.Score - p.w.Score >= options.Margin))
            {
                var isEqual = chosen.Step.Text.TrimEnd('\n') == rejected.Step.Text.TrimEnd('\n');
                if (isEqual || texts.IsForged(tree, chosen.Step.Id) || texts.IsForged(tree, rejected.Step.Id))
                {
                    reason = isEqual ? PairResult.EqualTexts : PairResult.ForgedMarker;
                    continue;
                }

                if (!EditDistance.IsAtLeast(chosen.Step.Text, rejected.Step.Text, options.MinEditDistance))
                {
                    reason = PairResult.TooAlike;
                    continue;
                }

                var (better, worse) = (Side(chosen), Side(rejected));
                if (!seen.Add((better.Text, worse.Text)))
                {
                    continue;
                }

                pairs.Add(new PreferencePair
                {
                    Level = PairLevel.Step,
                    Rule = PairRule.Margin,
                    Chosen = better,
                    Rejected = worse,
                    SharedLength = texts.SharedLength(tree, chosen.Step.ParentId, rejected.Step.ParentId),
                    ScoreSource = scoring.Source,
                });
            }

            return reason;
        }

        PairSide Side((ReasoningStep Step, double Score) side) => new()
        {
            StepId = side.Step.Id,
            Text = texts.UpTo(tree, side.Step),
            Score = side.Score,
            Perplexity = PathPerplexity.Of([side.Step]),
            TokenCount = side.Step.TokenIds.Count,
        };
    }

    private static bool IsComparable(ReasoningStep step)
        => step.Terminal is TerminalKind.None or TerminalKind.Answer && !string.IsNullOrWhiteSpace(step.Text);
}
