using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Mapping;

/// <summary>Writes rows of one type to a file; finish the file through the <see cref="ParquetWriter"/>.</summary>
public sealed class RowWriter<T>
{
    private readonly ParquetWriter writer;
    private readonly Action<T> append;

    internal RowWriter(ParquetWriter writer, Action<T> append)
    {
        this.writer = writer;
        this.append = append;
    }

    /// <summary>Writes one row.</summary>
    /// <exception cref="InvalidOperationException">A required value is null. The file cannot be finished then.</exception>
    public void Write(T row)
    {
        append(row);
        writer.EndRow();
    }
}
