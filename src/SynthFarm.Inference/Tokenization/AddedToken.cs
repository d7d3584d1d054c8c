namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// A token that is matched literally in the text, before pre-tokenization.
/// </summary>
/// <param name="Id">The token's id, at least 0.</param>
/// <param name="Content">The literal text, not empty.</param>
/// <param name="Special">True for control tokens: matched only where the caller allows it.</param>
/// <param name="Normalized">
/// True to match in a second pass, in what the tokens without this flag left over and the normalisers changed; the content is changed likewise.
/// </param>
public sealed record AddedToken(int Id, string Content, bool Special, bool Normalized = false)
{
    /// <summary>True to match only where no letter, mark, digit or connector stands beside it. Default false.</summary>
    public bool SingleWord { get; init; }

    /// <summary>True to swallow the white space before it, which decoding does not bring back. Default false.</summary>
    public bool StripLeft { get; init; }

    /// <summary>True to swallow the white space behind it, which decoding does not bring back. Default false.</summary>
    public bool StripRight { get; init; }
}
