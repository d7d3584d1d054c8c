using SynthFarm.Parquet.Rows;

namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>A struct, which must be there.</summary>
internal sealed class StructAssembler(string[] names, Assembler[] fields)
    : TypedAssembler<ParquetRow>([.. fields.SelectMany(f => f.Leaves)])
{
    public override ParquetRow Read()
    {
        var values = new object?[fields.Length];
        for (var i = 0; i < fields.Length; i++) values[i] = fields[i].ReadObject();
        return new ParquetRow(names, values);
    }

    public override Assembler AsOptional(int definition) => new OptionalAssembler<ParquetRow>(this, definition);
}
