namespace SynthFarm.Farm.ProblemFiles;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Offset">Where it begins in the file, in bytes.</param>
/// <param name="Length">Its bytes without the line break.</param>
/// <param name="Bytes">Its contents, valid until the next line is read; empty when it is longer than allowed.</param>
internal readonly record struct FileLine(int Number, long Offset, long Length, ReadOnlyMemory<byte> Bytes);
