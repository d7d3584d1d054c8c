namespace SynthFarm.Inference.Tokenization;

/// <summary>What tokenizer.json and tokenizer_config.json say, checked key by key but not yet against each other.</summary>
internal sealed record TokenizerDefinition
{
    /// <summary>The model's vocabulary as written in the file: text in the byte-level alphabet and its id.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Vocabulary { get; init; }

    /// <summary>Merges in the order of their ranks, as written.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges { get; init; } = [];

    public bool IgnoreMerges { get; init; }

    public IReadOnlyList<AddedToken> AddedTokens { get; init; } = [];

    /// <summary>The steps in order; the last is <see cref="ByteLevelPreTokenizer"/>.</summary>
    public required IReadOnlyList<IPreTokenizer> PreTokenizers { get; init; }

    /// <summary>The text of the token that begins a document, or null.</summary>
    public string? BosToken { get; init; }

    /// <summary>The text of the token that ends a document, or null.</summary>
    public string? EosToken { get; init; }
}
