namespace SynthFarm.Core.Preferences.Labels;

/// <summary>What a step is judged by, for labels and for pairs of siblings. The names are used in configuration.</summary>
public enum StepEvidence
{
    /// <summary>
    /// Per tree the first of these that there is: the family's step checker, verdicts stored with the steps, Monte-Carlo counts stored with the
    /// steps, the outcomes of the paths below.
    /// </summary>
    Auto = 0,

    /// <summary>The family's step checker: 1 for a right step, 0 for a wrong one.</summary>
    Checker = 1,

    /// <summary>The verdict a critic or an import stored with the step: 1 or 0.</summary>
    Verdict = 2,

    /// <summary>The share of the step's Monte-Carlo completions that reached a correct answer (Math-Shepherd).</summary>
    MonteCarlo = 3,

    /// <summary>
    /// The share of the paths through the step that ended correct, each as often as it was drawn. In a best-of-n tree these are independent
    /// rollouts; a guided search prunes, which makes its shares estimates of the search and not of the policy.
    /// </summary>
    Outcomes = 4,

    /// <summary>The process reward model's score.</summary>
    Reward = 5,

    /// <summary>The search's value of the step, in the search's own unit; only for pairs.</summary>
    Value = 6,
}
