using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Appenders;

namespace SynthFarm.Parquet.Mapping;

/// <summary>Maps for rows that no type describes.</summary>
public static class RowMaps
{
    /// <summary>Writes rows by the names of their fields, whatever the schema; a field that a row lacks is null.</summary>
    /// <param name="schema">Of a form that can be written.</param>
    public static RowMap<ParquetRow> Of(ParquetSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var map = new RowMap<ParquetRow>();
        foreach (var column in schema.Fields)
        {
            map.AnyColumn(column, appender => row => RowAppender.Append(appender, row.TryGet(column.Name, out var value) ? value : null, begun: !column.IsOptional));
        }
        return map;
    }
}
