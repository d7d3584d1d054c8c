using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>Scores the steps of a tree by one kind of evidence; a step without evidence has no score and is never given one.</summary>
internal sealed class StepScoring
{
    private readonly JudgedTree _judged;
    private readonly int _minPaths;

    /// <param name="evidence">What to judge by; <see cref="StepEvidence.Auto"/> is decided here.</param>
    /// <param name="minPaths">Fewest completions or ended paths a share is taken of; a step that ends its path needs only itself.</param>
    public StepScoring(JudgedTree judged, StepEvidence evidence, int minPaths)
    {
        _judged = judged;
        _minPaths = minPaths;
        Evidence = evidence == StepEvidence.Auto ? Decide(judged) : evidence;
    }

    public StepEvidence Evidence { get; }

    /// <summary>Whether a score is a verdict, 0 or 1, and not a share or an estimate.</summary>
    public bool IsVerdict => Evidence is StepEvidence.Checker or StepEvidence.Verdict;

    /// <summary>What rows record as the source of a score, e.g. <c>step-checker:countdown/1</c> or <c>outcomes</c>.</summary>
    public string Source => Evidence switch
    {
        StepEvidence.Checker => $"step-checker:{_judged.StepChecker ?? "none"}",
        StepEvidence.Verdict => "verdict",
        StepEvidence.MonteCarlo => "monte-carlo",
        StepEvidence.Outcomes => "outcomes",
        StepEvidence.Reward => "reward",
        _ => "value",
    };

    /// <summary>The step's score; null when nothing is known of it.</summary>
    public double? Of(ReasoningStep step) => Evidence switch
    {
        StepEvidence.Checker => OfVerdict(_judged.CheckedVerdict(step.Id)),
        StepEvidence.Verdict => OfVerdict(step.Verdict),
        StepEvidence.MonteCarlo => Share(step, step.MonteCarloCorrect, step.MonteCarloTotal),
        StepEvidence.Outcomes => _judged.OutcomesOf(step.Id) is var paths ? Share(step, paths.Correct, paths.Ended) : null,
        StepEvidence.Reward => step.Reward,
        _ => _judged.Tree.Statistics(step.Id) is { Visits: > 0 } statistics ? statistics.Value : null,
    };

    private double? Share(ReasoningStep step, int correct, int total)
        => total > 0 && (total >= _minPaths || step.IsTerminal) ? (double)correct / total : null;

    private static double? OfVerdict(Verdict verdict) => verdict switch
    {
        Verdict.Correct => 1,
        Verdict.Wrong => 0,
        _ => null,
    };

    private static StepEvidence Decide(JudgedTree judged) =>
        judged.StepChecker is not null ? StepEvidence.Checker
        : judged.Tree.Steps.Any(step => step.Verdict != Verdict.Unknown) ? StepEvidence.Verdict
        : judged.Tree.Steps.Any(step => step.MonteCarloTotal > 0) ? StepEvidence.MonteCarlo
        : StepEvidence.Outcomes;
}
