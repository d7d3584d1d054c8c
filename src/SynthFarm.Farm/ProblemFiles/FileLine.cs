namespace SynthFarm.Farm.ProblemFiles;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1, blank lines counted.</param>
/// <param name="Offset">Where it begins in the file, in bytes.</param>
/// <param name="Length">Its bytes without the line break.</param>
/// <param name="Bytes">Its contents, valid until the next line is read; empty when it is longer than allowed.</param>
public readonly record struct FileLine(int Number, long Offset, long Length, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Whether it is longer than allowed, and its contents were passed over.</summary>
    public bool IsTooLong => Bytes.Length < Length;

    /// <summary>The contents without the byte order mark that the first line may begin with.</summary>
    public ReadOnlyMemory<byte> Text => Number == 1 && Bytes.Span.StartsWith("\uFEFF"u8) ? Bytes[3..] : Bytes;

    /// <summary>Whether nothing but blanks, tabs and carriage returns is in it.</summary>
    public bool IsBlank => !IsTooLong && Text.Span.IndexOfAnyExcept(" \t\r"u8) < 0;
}
