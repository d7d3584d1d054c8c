using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Rules;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Progress;

/// <summary>
/// Has the panel judge the answers of finished trees whose problems are text problems: families have checkers of their own. Bounded per
/// problem and in what is listed; the order in which trees end does not matter. Thread-safe.
/// </summary>
internal sealed class RunPanel(PanelOptions options)
{
    private const int MaxAnswers = 64;
    private const int MaxText = 200;

    private readonly Lock _gate = new();
    private readonly PanelTally _tally = new();
    private readonly SortedSet<PanelDisagreement> _listed = new(Comparer<PanelDisagreement>.Create((x, y) =>
        string.CompareOrdinal(x.ProblemId, y.ProblemId) is not 0 and var order ? order : x.StepId.CompareTo(y.StepId)));

    public void Add(ReasoningTree? tree)
    {
        if (!options.Enabled || tree is null || !tree.Problem.HasGold || ProblemFamilies.Find(tree.Problem.Kind) is not null)
        {
            return;
        }

        var judged = tree.Steps.Where(step => step.Terminal == TerminalKind.Answer && step.Answer is not null)
            .DistinctBy(step => step.Answer, StringComparer.Ordinal).Take(MaxAnswers)
            .Select(leaf => (Leaf: leaf, Verdicts: AnswerPanel.JudgeStated(tree.Problem, leaf.Answer!)))
            .ToList();
        lock (_gate)
        {
            foreach (var (leaf, verdicts) in judged)
            {
                _tally.Add(verdicts);
                if (AnswerPanel.Disagree(verdicts))
                {
                    List(new PanelDisagreement(
                        tree.Problem.Id, leaf.Id, Cut(tree.Problem.Answer), Cut(leaf.Answer!), With(verdicts, Verdict.Correct), With(verdicts, Verdict.Wrong)));
                }
            }
        }
    }

    /// <summary>What was found; null where nothing was judged.</summary>
    public PanelReport? Report()
    {
        lock (_gate)
        {
            var summary = _tally.Summary();
            return summary.Pairs == 0 ? null : new PanelReport(summary, [.. _listed]);
        }
    }

    private void List(PanelDisagreement disagreement)
    {
        _listed.Add(disagreement);
        if (_listed.Count > options.MaxListed)
        {
            _listed.Remove(_listed.Max!);
        }
    }

    private static List<string> With(IReadOnlyList<PanelVerdict> verdicts, Verdict verdict) =>
        [.. verdicts.Where(entry => entry.Verdict.Verdict == verdict).Select(entry => entry.Rule)];

    private static string Cut(string text) => text.Length <= MaxText ? text
        : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)] + "...";
}
