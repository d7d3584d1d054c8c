namespace SynthFarm.Parquet;

/// <summary>Thrown by decoders, which know neither file nor column; the reader turns it into a <see cref="ParquetFormatException"/> that does.</summary>
internal sealed class CorruptDataException : Exception
{
    public CorruptDataException()
    {
    }

    public CorruptDataException(string message)
        : base(message)
    {
    }

    public CorruptDataException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
