using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>A struct column: give every field, in any order. An optional field that is not given is null.</summary>
/// <remarks>A required struct begins with the struct or item around it; an optional one with <see cref="Begin"/>.</remarks>
public sealed class StructAppender : ColumnAppender
{
    private readonly StructColumn column;
    private readonly ColumnAppender[] fields;
    private long present;

    internal StructAppender(SchemaNode node, LeafWriter[] leaves, ListAppender? outer)
        : base(node, leaves, outer)
    {
        column = (StructColumn)node.Column;
        fields = [.. node.Children.Select(child => Create(child, leaves, outer))];
    }

    public IReadOnlyList<ColumnAppender> Fields => fields;

    /// <summary>Whether a field of the struct in progress was given.</summary>
    internal bool IsBegun => fields.Any(f => f is StructAppender { Column.IsOptional: false } inner ? inner.IsBegun : f.Given >= present);

    /// <summary>The field's appender, to be kept by the caller.</summary>
    /// <typeparam name="TAppender">The kind that fits the column: <see cref="ValueAppender{T}"/>, <see cref="BinaryAppender"/> and so on.</typeparam>
    /// <exception cref="ArgumentException">There is no such field, or it is of another kind.</exception>
    public TAppender Field<TAppender>(string name)
        where TAppender : ColumnAppender
    {
        var index = column.IndexOf(name);
        if (index < 0)
            throw new ArgumentException($"There is no column \"{name}\"; there are {string.Join(", ", column.Fields.Select(f => f.Name))}.", nameof(name));
        return fields[index] as TAppender
            ?? throw new ArgumentException($"Column \"{name}\" takes a {fields[index].GetType().Name}, not a {typeof(TAppender).Name}.", nameof(name));
    }

    /// <summary>The struct is there.</summary>
    public void Begin()
    {
        Given++;
        present++;
        foreach (var field in fields)
        {
            if (field is StructAppender { Column.IsOptional: false } structure) structure.Begin();
        }
    }

    /// <summary>Checks that all fields were given once, and gives the optional ones that were not as null.</summary>
    internal void Complete()
    {
        foreach (var field in fields) Complete(field, present);
    }

    internal static void Complete(ColumnAppender column, long expected)
    {
        if (column.Given != expected)
        {
            if (column.Given == expected - 1 && column.Column.IsOptional) column.Null();
            else if (column.Given < expected) throw new InvalidOperationException($"Column \"{column.Node.DottedPath}\" is required and was not given.");
            else throw new InvalidOperationException($"Column \"{column.Node.DottedPath}\" was given twice.");
        }
        if (column is StructAppender structure) structure.Complete();
        else if (column is ListAppender list) list.Complete();
    }
}
