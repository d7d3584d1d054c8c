using SynthFarm.Parquet.Reading.Pages;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>An assembler that gives values of one type.</summary>
internal abstract class TypedAssembler<T>(LeafReader[] leaves) : Assembler(leaves)
{
    public abstract T Read();

    public override object? ReadObject() => Read();

    public override Assembler InList(SchemaNode list) => new ListAssembler<T>(list, this);
}
