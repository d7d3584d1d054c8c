namespace SynthFarm.Core.Preferences.Labels;

/// <summary>Why a path gave no labels. The names are persisted.</summary>
public static class LabelRefusal
{
    /// <summary>Its first step has no label.</summary>
    public const string Unlabelled = "unlabelled";

    /// <summary>What is labelled of it is the same as, or the beginning of, another path's.</summary>
    public const string SameSteps = "same-steps";

    /// <summary>It states no answer.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Its answer is neither known to be correct nor known to be wrong.</summary>
    public const string AnswerUndecided = "answer-undecided";

    /// <summary>Its answer is wrong, but no step is.</summary>
    public const string NoErrorFound = "no-error-found";
}
