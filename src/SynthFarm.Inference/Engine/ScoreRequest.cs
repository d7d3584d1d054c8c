namespace SynthFarm.Inference.Engine;

/// <summary>Asks what a model says of given tokens.</summary>
public sealed record ScoreRequest
{
    /// <summary>The tokens. At least one, at most the model's positions.</summary>
    public required IReadOnlyList<int> Tokens { get; init; }

    /// <summary>
    /// Ascending indices into <see cref="Tokens"/>, at least one. A model with a score head gives its score, before the sigmoid, after
    /// reading that token; one with labels the log-odds of label 1 against the others. A language model gives the natural logarithm of that
    /// token's probability after those before it; index 0 has none.
    /// </summary>
    public required IReadOnlyList<int> Positions { get; init; }

    /// <summary>
    /// Of a language model: give the logit of one token minus that of another after reading each position, instead of the token's own
    /// probability. Default null.
    /// </summary>
    public TokenContrast? Contrast { get; init; }
}
