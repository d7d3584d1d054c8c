namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>A number, a boolean or null.</summary>
internal sealed class OptionalValueAssembler<T>(TypedAssembler<T> value, int definition) : TypedAssembler<T?>(value.Leaves)
    where T : struct
{
    public override T? Read()
    {
        if (First.IsAtEnd) throw First.Corrupt("the column ends before its last row");
        if (First.Definition >= definition) return value.Read();
        PassEntry(definition - 1);
        return null;
    }

    public override Assembler AsOptional(int definition) => throw new NotSupportedException();
}
