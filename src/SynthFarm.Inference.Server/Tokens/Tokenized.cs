namespace SynthFarm.Inference.Server.Tokens;

/// <summary>The tokens of a text.</summary>
/// <param name="Count">Their number.</param>
/// <param name="MaxModelLen">Tokens the model takes.</param>
/// <param name="Tokens">Their ids.</param>
internal sealed record Tokenized(int Count, int MaxModelLen, IReadOnlyList<int> Tokens)
{
    /// <summary>Their texts, where asked for.</summary>
    public IReadOnlyList<string>? TokenStrs { get; init; }
}
