using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading;

/// <summary>Checks that a footer's row groups fit its schema and the file.</summary>
internal static class FooterCheck
{
    /// <exception cref="CorruptDataException">They do not.</exception>
    public static void Check(FileMetadata footer, ParquetSchema schema, long footerStart)
    {
        long rows = 0;
        foreach (var group in footer.RowGroups)
        {
            rows = checked(rows + Math.Min(group.Rows, long.MaxValue - rows));
            if (group.Columns.Count != schema.Leaves.Count)
                throw new CorruptDataException($"a row group has {group.Columns.Count} columns where the schema has {schema.Leaves.Count}");
            for (var i = 0; i < group.Columns.Count; i++) Check(group.Columns[i], group, schema.Leaves[i], footerStart);
        }
        if (rows != footer.Rows) throw new CorruptDataException($"the row groups have {rows} rows where the footer has {footer.Rows}");
    }

    private static void Check(ColumnChunk chunk, RowGroup group, SchemaNode leaf, long footerStart)
    {
        if (!chunk.Path.SequenceEqual(leaf.Path))
            throw new CorruptDataException($"a row group has column \"{string.Join('.', chunk.Path)}\" where the schema has \"{leaf.DottedPath}\"");
        var column = (PrimitiveColumn)leaf.Column;
        if (chunk.Type != SchemaElements.Physical(column.Type) && !(chunk.Type == PhysicalType.Int96 && column.Length == 12))
            throw new CorruptDataException($"column \"{leaf.DottedPath}\" is stored as {chunk.Type} where the schema has {column.Type}");
        if (chunk.Start < 4 || chunk.CompressedSize < 0 || chunk.Start > footerStart || chunk.CompressedSize > footerStart - chunk.Start)
            throw new CorruptDataException($"column \"{leaf.DottedPath}\" lies at {chunk.Start} with {chunk.CompressedSize} bytes, outside the file's data of {footerStart} bytes");
        if (chunk.Values < group.Rows || (leaf.Repetition == 0 && chunk.Values != group.Rows))
            throw new CorruptDataException($"column \"{leaf.DottedPath}\" has {chunk.Values} entries for {group.Rows} rows");
    }
}
