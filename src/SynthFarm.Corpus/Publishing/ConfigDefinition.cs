using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Publishing;

/// <summary>A config: its schema, and its rows of a problem.</summary>
/// <param name="SizeOf">Raw size of a row in bytes, about.</param>
/// <param name="RowsOf">The rows a problem gives, in order; they go into the problem's split.</param>
internal sealed record ConfigDefinition<T>(
    string Name, int SchemaVersion, RowMap<T> Map, Func<T, long> SizeOf, Func<DerivedProblem, IEnumerable<T>> RowsOf) : IConfigDefinition
{
    private const long BatchBytes = 4 << 20;

    /// <inheritdoc/>
    public string? Derivation { get; init; }

    public ParquetSchema Schema => Map.Schema;

    public IConfigWriter Open(string snapshot, PublishOptions options) => new ConfigWriter<T>(snapshot, this, options);

    public IEnumerable<ParquetRow> Rows(IEnumerable<DerivedProblem> problems)
    {
        var batch = new List<T>();
        var bytes = 0L;
        foreach (var row in problems.SelectMany(RowsOf))
        {
            batch.Add(row);
            bytes += SizeOf(row);
            if (bytes >= BatchBytes)
            {
                foreach (var read in Echo(batch))
                {
                    yield return read;
                }

                batch.Clear();
                bytes = 0;
            }
        }

        foreach (var read in batch.Count > 0 ? Echo(batch) : [])
        {
            yield return read;
        }
    }

    /// <summary>Writes rows to memory and reads them again, so that they compare with those of a file in every detail of the format.</summary>
    private IEnumerable<ParquetRow> Echo(List<T> rows)
    {
        using var memory = new MemoryStream();
        using (var writer = new ParquetWriter(memory, Schema, new ParquetWriterOptions { Compression = CompressionCodec.None }, leaveOpen: true))
        {
            var write = Map.Bind(writer);
            rows.ForEach(write.Write);
            writer.Finish();
        }

        memory.Position = 0;
        using var reader = new ParquetReader(memory, Name, leaveOpen: true);
        foreach (var row in reader.Rows())
        {
            yield return row;
        }
    }
}
