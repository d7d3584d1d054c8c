namespace SynthFarm.Corpus.Publishing;

/// <summary>The version of a derivation and the options it was run with.</summary>
/// <typeparam name="T">The options' type.</typeparam>
public sealed record VersionedOptions<T>
{
    /// <summary>E.g. <c>preference-pairs/1</c>.</summary>
    public required string Version { get; init; }

    public required T Options { get; init; }
}
