using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;

namespace SynthFarm.Corpus.Publishing;

/// <summary>How the rows were made from the trees.</summary>
public sealed record SnapshotDerivation
{
    /// <summary>The derivation's version, e.g. <c>long-thought/1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the dialect, e.g. <c>think</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>The seed; null when each run's own was used.</summary>
    public ulong? Seed { get; init; }

    public required LongThoughtOptions Options { get; init; }

    /// <summary>How preference pairs were chosen; null in snapshots of before there were any.</summary>
    public VersionedOptions<PreferenceOptions>? Preferences { get; init; }

    /// <summary>How steps were labelled; null in snapshots of before there were labels.</summary>
    public VersionedOptions<StepLabelOptions>? Labels { get; init; }
}
