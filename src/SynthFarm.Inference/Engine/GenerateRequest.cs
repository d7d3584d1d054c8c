using System.Collections.Frozen;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>Asks for samples that continue one token prefix.</summary>
public sealed record GenerateRequest
{
    /// <summary>The tokens to continue. At least one, fewer than the model's positions.</summary>
    public required IReadOnlyList<int> Prefix { get; init; }

    /// <summary>One seed for each sample, at least one. A sample is a function of prefix, seed and the options here, of nothing else.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>How tokens are drawn.</summary>
    public required SamplingParameters Sampling { get; init; }

    /// <summary>Most tokens of a sample, at least 1. The model's positions limit it too.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>Tokens that end a sample; they are its last token. Default none.</summary>
    public IReadOnlySet<int> StopTokens { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Texts that end a sample, which is cut before them. Default none. They need a tokenizer; none may be empty.</summary>
    public IReadOnlyList<string> StopStrings { get; init; } = [];

    /// <summary>Whether a sample is cut behind its stop string instead. Default false.</summary>
    public bool IncludeStopString { get; init; }

    /// <summary>How many of the most likely tokens are told for each position, the drawn one being among them or not. Default 0. At least 0.</summary>
    public int Alternatives { get; init; }

    /// <summary>Tokens that are never drawn. Default none.</summary>
    public IReadOnlyList<int> BannedTokens { get; init; } = [];
}
