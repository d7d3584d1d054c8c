namespace SynthFarm.Inference.Decoding;

/// <summary>The key-value pool has too few free blocks for what was asked. Nothing was changed.</summary>
public sealed class KvMemoryException(string message) : Exception(message);
