namespace SynthFarm.Corpus.Pulling;

/// <summary>How far a pull is.</summary>
/// <param name="Bytes">Bytes that are there, those of earlier pulls included.</param>
/// <param name="AllBytes">Bytes of all files to be pulled.</param>
/// <param name="File">The file at work.</param>
public readonly record struct PullProgress(long Bytes, long AllBytes, string File);
