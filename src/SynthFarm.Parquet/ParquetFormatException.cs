namespace SynthFarm.Parquet;

/// <summary>A file is damaged, cut short, or uses a feature that this reader does not know. The message names file, column, page and offset.</summary>
public sealed class ParquetFormatException : Exception
{
    public ParquetFormatException()
    {
    }

    public ParquetFormatException(string message)
        : base(message)
    {
    }

    public ParquetFormatException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
