using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>FileMetaData in parquet.thrift: the footer.</summary>
internal sealed record FileMetadata(IReadOnlyList<SchemaElement> Schema, IReadOnlyList<RowGroup> RowGroups, long Rows)
{
    /// <summary>The footer's version number: 2 since logical types exist.</summary>
    public const int Version = 2;

    public IReadOnlyList<KeyValuePair<string, string>> KeyValues { get; init; } = [];

    public string? CreatedBy { get; init; }

    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        writer.Int32(1, Version);
        writer.BeginList(2, CompactType.Struct, Schema.Count);
        foreach (var element in Schema) element.Write(writer);
        writer.Int64(3, Rows);
        writer.BeginList(4, CompactType.Struct, RowGroups.Count);
        for (var i = 0; i < RowGroups.Count; i++) RowGroups[i].Write(writer, i);
        if (KeyValues.Count > 0)
        {
            writer.BeginList(5, CompactType.Struct, KeyValues.Count);
            foreach (var (key, value) in KeyValues)
            {
                writer.BeginStruct();
                writer.String(1, key);
                writer.String(2, value);
                writer.EndStruct();
            }
        }
        if (CreatedBy is not null) writer.String(6, CreatedBy);
        WriteColumnOrders(writer, Schema.Count(e => e.Type is not null));
        writer.EndStruct();
    }

    public static FileMetadata Read(ref CompactReader reader)
    {
        SchemaElement[]? schema = null;
        RowGroup[]? rowGroups = null;
        var keyValues = new List<KeyValuePair<string, string>>();
        long? rows = null;
        string? createdBy = null;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 2:
                    schema = new SchemaElement[reader.List(kind, CompactType.Struct)];
                    for (var i = 0; i < schema.Length; i++) schema[i] = SchemaElement.Read(ref reader);
                    break;
                case 3: rows = Checked.NotNegative(reader.Int64(kind), "the number of rows"); break;
                case 4:
                    rowGroups = new RowGroup[reader.List(kind, CompactType.Struct)];
                    for (var i = 0; i < rowGroups.Length; i++) rowGroups[i] = RowGroup.Read(ref reader);
                    break;
                case 5:
                    for (var left = reader.List(kind, CompactType.Struct); left > 0; left--) keyValues.Add(ReadKeyValue(ref reader));
                    break;
                case 6: createdBy = reader.String(kind); break;
                case 8: throw new CorruptDataException("the file is encrypted, which is not supported");
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new FileMetadata(
            schema ?? throw new CorruptDataException("the footer has no schema"),
            rowGroups ?? throw new CorruptDataException("the footer has no row groups"),
            rows ?? throw new CorruptDataException("the footer has no number of rows")) { KeyValues = keyValues, CreatedBy = createdBy };
    }

    /// <summary>Readers trust min_value and max_value only where the order they were computed in is stated.</summary>
    private static void WriteColumnOrders(CompactWriter writer, int leaves)
    {
        writer.BeginList(7, CompactType.Struct, leaves);
        for (var i = 0; i < leaves; i++)
        {
            writer.BeginStruct();
            writer.EmptyStruct(1);
            writer.EndStruct();
        }
    }

    private static KeyValuePair<string, string> ReadKeyValue(ref CompactReader reader)
    {
        string key = "", value = "";
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: key = reader.String(kind); break;
                case 2: value = reader.String(kind); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new(key, value);
    }
}
