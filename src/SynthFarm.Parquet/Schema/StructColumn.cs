namespace SynthFarm.Parquet.Schema;

/// <summary>A group of named fields.</summary>
public sealed class StructColumn : Column
{
    private readonly Dictionary<string, int> positions;

    internal StructColumn(string name, IReadOnlyList<Column> fields, bool isOptional)
        : base(name, isOptional)
    {
        if (fields.Count == 0) throw new ArgumentException($"Struct \"{name}\" has no fields; Parquet needs at least one.", nameof(fields));
        Fields = [.. fields];
        positions = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            if (!positions.TryAdd(fields[i].Name, i))
                throw new ArgumentException($"Struct \"{name}\" has two fields named \"{fields[i].Name}\".", nameof(fields));
        }
    }

    public IReadOnlyList<Column> Fields { get; }

    /// <summary>The field's position, or -1.</summary>
    public int IndexOf(string field) => positions.GetValueOrDefault(field, -1);

    /// <inheritdoc/>
    public override Column Rename(string name) => new StructColumn(name, Fields, IsOptional);

    internal override bool SameAs(Column other)
    {
        if (other is not StructColumn s || s.Name != Name || s.IsOptional != IsOptional || s.Fields.Count != Fields.Count) return false;
        for (var i = 0; i < Fields.Count; i++)
        {
            if (!Fields[i].SameAs(s.Fields[i])) return false;
        }
        return true;
    }
}
