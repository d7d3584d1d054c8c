using SynthFarm.Parquet.Reading.Pages;

namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>Puts the values of one column back together from its leaves, row by row.</summary>
/// <param name="leaves">The leaves at or below the column.</param>
internal abstract class Assembler(LeafReader[] leaves)
{
    public LeafReader[] Leaves => leaves;

    /// <summary>The leaf that the others must agree with.</summary>
    protected LeafReader First { get; } = leaves[0];

    public abstract object? ReadObject();

    /// <summary>This assembler as the element of a list.</summary>
    public abstract Assembler InList(Schema.SchemaNode list);

    /// <summary>This assembler as an optional value: null where its entry ends below <paramref name="definition"/>.</summary>
    public abstract Assembler AsOptional(int definition);

    /// <summary>Passes one entry of every leaf, all of which end at this level.</summary>
    protected void PassEntry(int definition)
    {
        foreach (var leaf in leaves)
        {
            if (leaf.IsAtEnd || leaf.Definition != definition) throw leaf.Corrupt($"an entry that does not end at level {definition} like the columns beside it");
            leaf.Advance();
        }
    }

    /// <summary>Whether the list at this repetition level goes on, on which all leaves must agree.</summary>
    protected bool Continues(int repetition)
    {
        var next = First.Repetition;
        foreach (var leaf in leaves)
        {
            if (leaf.Repetition != next) throw leaf.Corrupt($"a repetition level of {leaf.Repetition} where the columns beside it have {next}");
        }
        if (next > repetition) throw First.Corrupt($"a repetition level of {next} where at most {repetition} can follow");
        return next == repetition;
    }
}
