using SynthFarm.Inference.Tokenization.Normalizers;
using SynthFarm.Inference.Tokenization.PreTokenizers;

namespace SynthFarm.Inference.Tokenization;

/// <summary>What tokenizer.json and tokenizer_config.json say, checked key by key but not yet against each other.</summary>
internal sealed record TokenizerDefinition
{
    /// <summary>What vocabularies that have no spaces write for one: U+2581.</summary>
    public const string Metaspace = "\u2581";

    /// <summary>The model's vocabulary as written in the file, and the ids.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Vocabulary { get; init; }

    /// <summary>How the vocabulary is written. Default: in the byte-level alphabet.</summary>
    public VocabularyForm Form { get; init; }

    /// <summary>Merges in the order of their ranks, as written.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges { get; init; } = [];

    public bool IgnoreMerges { get; init; }

    /// <summary>The token for what cannot be spelt, which never happens here; it is only kept. Default null.</summary>
    public string? UnknownToken { get; init; }

    /// <summary>Whether unknown characters in a row would be one token; it is only kept. Default false.</summary>
    public bool FuseUnknown { get; init; }

    public IReadOnlyList<AddedToken> AddedTokens { get; init; } = [];

    /// <summary>The steps in order. Default none.</summary>
    public IReadOnlyList<INormalizer> Normalizers { get; init; } = [];

    /// <summary>The steps in order; for <see cref="VocabularyForm.ByteLevel"/> the last is <see cref="ByteLevelPreTokenizer"/>.</summary>
    public required IReadOnlyList<IPreTokenizer> PreTokenizers { get; init; }

    /// <summary>Whether decoding takes one space from the beginning of a text. Default false.</summary>
    public bool StripsFirstSpace { get; init; }

    /// <summary>The tokens before a text that begins a document. Default none.</summary>
    public IReadOnlyList<int> PrefixIds { get; init; } = [];

    /// <summary>The text of the token that begins a document, or null.</summary>
    public string? BosToken { get; init; }

    /// <summary>The text of the token that ends a document, or null.</summary>
    public string? EosToken { get; init; }
}
