namespace SynthFarm.Core.Preferences;

/// <summary>How preference pairs are chosen at each level.</summary>
public sealed record PreferenceOptions
{
    /// <summary>Whole responses: <c>dpo</c> and <c>dpo_pairs</c>.</summary>
    public AnswerPairOptions Answer { get; init; } = new();

    /// <summary>Siblings: <c>dpo_steps</c>.</summary>
    public StepPairOptions Step { get; init; } = new();

    /// <summary>Thoughts: <c>dpo_thoughts</c>.</summary>
    public ThoughtPairOptions Thought { get; init; } = new();

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
        => Answer.Validate($"{path}.answer").Concat(Step.Validate($"{path}.step")).Concat(Thought.Validate($"{path}.thought"));
}
