using SynthFarm.Parquet.Reading.Pages;

namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>A leaf's value, which must be there.</summary>
/// <param name="leaf">The leaf.</param>
/// <param name="definition">The leaf's definition level.</param>
/// <param name="asOptional">Makes the optional form of this assembler, which differs for values and references.</param>
internal sealed class LeafAssembler<T>(TypedLeafReader<T> leaf, int definition, Func<TypedAssembler<T>, int, Assembler> asOptional)
    : TypedAssembler<T>([leaf])
{
    public override T Read()
    {
        if (leaf.IsAtEnd) throw leaf.Corrupt("the column ends before its last row");
        if (leaf.Definition != definition) throw leaf.Corrupt($"a definition level of {leaf.Definition} where only {definition} is possible");
        var value = leaf.Value;
        leaf.Advance();
        return value;
    }

    /// <summary>All items of a list that the leaf is the element of, from the leaf's entry on.</summary>
    /// <param name="level">The repetition level at which the list continues.</param>
    public void ReadItems(int level, List<T> items) => leaf.ReadItems(level, items);

    public override Assembler AsOptional(int definition) => asOptional(this, definition);
}
