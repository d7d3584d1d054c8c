using SynthFarm.Formats.Json;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>Parquet with a column for each field, typed by the values; all columns may be null.</summary>
internal sealed class ParquetTable(LossLog losses) : ITable
{
    private readonly ColumnShape _shape = new();

    public void Observe(RecordValue record) => _shape.Observe(record);

    public void Write(Stream output, IEnumerable<RecordValue> records)
    {
        foreach (var (field, count, reason) in _shape.Losses())
        {
            losses.Add(field, reason, count);
        }

        // A file without records still needs a column.
        var columns = _shape.ToColumns();
        using var writer = new ParquetWriter(output, new ParquetSchema(columns.Count == 0 ? [Column.String("problem", optional: true)] : columns), leaveOpen: true);
        foreach (var record in records)
        {
            writer.Write(_shape.ToRow(record));
        }

        writer.Finish();
    }
}
