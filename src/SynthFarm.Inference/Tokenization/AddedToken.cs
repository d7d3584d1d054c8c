namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// A token that is matched literally in the text, before pre-tokenization.
/// </summary>
/// <param name="Id">The token's id, at least 0.</param>
/// <param name="Content">The literal text, not empty.</param>
/// <param name="Special">True for control tokens: matched only where the caller allows it.</param>
/// <param name="Normalized">
/// True to match in a second pass, in what the tokens without this flag left over. The text itself is the same in both
/// passes, because no normaliser is supported.
/// </param>
public sealed record AddedToken(int Id, string Content, bool Special, bool Normalized = false);
