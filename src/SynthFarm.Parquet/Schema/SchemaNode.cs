namespace SynthFarm.Parquet.Schema;

/// <summary>A column with its place in the schema: levels of Dremel's encoding and the range of leaves below.</summary>
/// <remarks>
/// A leaf's entry has definition level <see cref="Definition"/> when its value is there. A list's element adds one definition and one
/// repetition level; the list itself is there but empty at <see cref="Definition"/> of the list.
/// Reference: Melnik et al., "Dremel: interactive analysis of web-scale datasets", VLDB 2010, section 4.1.
/// </remarks>
internal sealed class SchemaNode
{
    private SchemaNode(Column column, string[] path, int definition, int repetition)
    {
        Column = column;
        Path = path;
        Definition = definition;
        Repetition = repetition;
    }

    public Column Column { get; }

    /// <summary>Names from the root down as they stand in the file, list groups included.</summary>
    public string[] Path { get; }

    /// <summary>The definition level at which this node is there.</summary>
    public int Definition { get; }

    /// <summary>Repetition level of this node: the number of lists above it.</summary>
    public int Repetition { get; }

    public SchemaNode[] Children { get; private set; } = [];

    /// <summary>Index of the first leaf at or below this node.</summary>
    public int FirstLeaf { get; private set; }

    /// <summary>Number of leaves at or below this node.</summary>
    public int LeafCount { get; private set; }

    public string DottedPath => string.Join('.', Path);

    public static SchemaNode Bind(StructColumn root, List<SchemaNode> leaves)
    {
        var node = new SchemaNode(root, [], 0, 0);
        node.BindChildren(leaves);
        return node;
    }

    private void BindChildren(List<SchemaNode> leaves)
    {
        if (Path.Length > ParquetSchema.MaxDepth)
            throw new ArgumentException($"Column \"{DottedPath}\" is nested deeper than {ParquetSchema.MaxDepth} levels.");
        FirstLeaf = leaves.Count;
        switch (Column)
        {
            case PrimitiveColumn:
                leaves.Add(this);
                break;
            case StructColumn group:
                Children = [.. group.Fields.Select(field => Child(field, Path, Definition, Repetition))];
                break;
            case ListColumn list:
                string[] above = list.Form switch
                {
                    ListForm.ThreeLevel => [.. Path, list.RepeatedName],
                    ListForm.TwoLevel => Path,
                    _ => Path[..^1],
                };
                Children = [Child(list.Element, above, Definition + 1, Repetition + 1)];
                break;
        }
        foreach (var child in Children) child.BindChildren(leaves);
        LeafCount = leaves.Count - FirstLeaf;
    }

    private static SchemaNode Child(Column column, string[] above, int definition, int repetition)
        => new(column, [.. above, column.Name], definition + (column.IsOptional ? 1 : 0), repetition);
}
