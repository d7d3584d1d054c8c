namespace SynthFarm.Inference.OpenAI;

/// <summary>What served models get from their host.</summary>
public sealed record ServedOptions
{
    /// <summary>The key that is sent to the servers. Default null: none.</summary>
    public string? Key { get; init; }

    /// <summary>A folder that keeps every answer and gives it again. Default null: none.</summary>
    public string? Record { get; init; }

    /// <summary>A folder of recorded answers that takes the servers' place. Default null: none.</summary>
    public string? Replay { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
