using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>What completions and chat completions have in common.</summary>
internal sealed record GenerationSettings
{
    /// <summary>Choices for each prompt.</summary>
    public required int Choices { get; init; }

    /// <summary>The seed of the first choice; the next ones' follow. Null: any.</summary>
    public required ulong? Seed { get; init; }

    public required SamplingParameters Sampling { get; init; }

    /// <summary>Most tokens of a choice; null for what the context leaves.</summary>
    public required int? MaxTokens { get; init; }

    public required IReadOnlyList<string> Stop { get; init; }

    public required bool IncludeStop { get; init; }

    /// <summary>Tokens that end a choice besides the model's own.</summary>
    public required IReadOnlyList<int> StopTokens { get; init; }

    /// <summary>Whether log-probabilities are told.</summary>
    public required bool LogProbs { get; init; }

    /// <summary>How many of the likeliest tokens are told with them.</summary>
    public required int Alternatives { get; init; }

    public required bool Stream { get; init; }

    /// <summary>Whether a stream ends with the usage.</summary>
    public required bool StreamUsage { get; init; }

    /// <summary>Whether the tokens' ids are told.</summary>
    public required bool TokenIds { get; init; }
}
