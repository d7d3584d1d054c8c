namespace SynthFarm.Parquet.Schema;

/// <summary>A leaf of the schema.</summary>
public sealed class PrimitiveColumn : Column
{
    internal PrimitiveColumn(string name, PrimitiveType type, bool isOptional, int length = 0)
        : base(name, isOptional)
    {
        Type = type;
        Length = length;
    }

    public PrimitiveType Type { get; }

    /// <summary>Bytes per value of <see cref="PrimitiveType.FixedBytes"/>, else 0.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public override Column Rename(string name) => new PrimitiveColumn(name, Type, IsOptional, Length);

    internal override bool SameAs(Column other)
        => other is PrimitiveColumn p && p.Name == Name && p.IsOptional == IsOptional && p.Type == Type && p.Length == Length;
}
