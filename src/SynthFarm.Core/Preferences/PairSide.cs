namespace SynthFarm.Core.Preferences;

/// <summary>One side of a preference pair.</summary>
public sealed record PairSide
{
    /// <summary>The step the text ends with: the leaf that states the answer, also where the text leaves the answer out, or the compared step.</summary>
    public required int StepId { get; init; }

    /// <summary>The assistant's text.</summary>
    public required string Text { get; init; }

    /// <summary>The score by which the sides can be compared; null when there is none.</summary>
    public required double? Score { get; init; }

    /// <summary>
    /// exp(-mean token log-probability) of the compared steps under the policy that produced them, at temperature 1: the whole path, the
    /// thought's steps, or the one step. Null when they have no tokens.
    /// </summary>
    public required double? Perplexity { get; init; }

    /// <summary>Tokens of these steps.</summary>
    public required int TokenCount { get; init; }
}
