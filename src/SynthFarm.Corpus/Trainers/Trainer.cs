namespace SynthFarm.Corpus.Trainers;

/// <summary>A trainer that loads snapshots, and what it asks of them.</summary>
public sealed record Trainer
{
    /// <summary>The name on the command line, e.g. <c>trl</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name people know, with the version whose source was read.</summary>
    public required string Title { get; init; }

    public required IReadOnlyList<TrainerInput> Inputs { get; init; }

    /// <summary>What a user must know that no check of rows can show; one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the snapshot needs a sound <c>dataset_info.json</c>.</summary>
    public bool ReadsDatasetInfo { get; init; }
}
