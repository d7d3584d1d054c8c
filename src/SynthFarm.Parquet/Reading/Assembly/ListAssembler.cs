using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>A list, which must be there and may be empty.</summary>
internal sealed class ListAssembler<T>(SchemaNode list, TypedAssembler<T> element) : TypedAssembler<IReadOnlyList<T>>(element.Leaves)
{
    public override IReadOnlyList<T> Read()
    {
        if (First.IsAtEnd) throw First.Corrupt("the column ends before its last row");
        if (First.Definition <= list.Definition)
        {
            PassEntry(list.Definition);
            return [];
        }
        var items = new List<T>();
        if (element is LeafAssembler<T> leaf)
        {
            leaf.ReadItems(list.Repetition + 1, items);
        }
        else
        {
            do items.Add(element.Read());
            while (Continues(list.Repetition + 1));
        }
        return items.ToArray();
    }

    public override Assembler AsOptional(int definition) => new OptionalAssembler<IReadOnlyList<T>>(this, definition);
}
