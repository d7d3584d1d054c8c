namespace SynthFarm.Corpus.Objects;

/// <summary>An object of a store.</summary>
/// <param name="Name">Its whole name, prefix included.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct ObjectInfo(string Name, long Length);
