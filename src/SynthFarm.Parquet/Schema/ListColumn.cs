namespace SynthFarm.Parquet.Schema;

/// <summary>A list of one element type.</summary>
public sealed class ListColumn : Column
{
    internal ListColumn(string name, Column element, bool isOptional)
        : this(name, element.Rename("element"), isOptional, ListForm.ThreeLevel, "list")
    {
    }

    internal ListColumn(string name, Column element, bool isOptional, ListForm form, string repeatedName)
        : base(name, isOptional)
    {
        Element = element;
        Form = form;
        RepeatedName = repeatedName;
    }

    public Column Element { get; }

    /// <summary>How the list is laid out; files of other writers may use older forms.</summary>
    internal ListForm Form { get; }

    /// <summary>Name of the repeated group between the list and its element.</summary>
    internal string RepeatedName { get; }

    /// <inheritdoc/>
    public override Column Rename(string name) => new ListColumn(name, Element, IsOptional, Form, RepeatedName);

    internal override bool SameAs(Column other)
        => other is ListColumn l && l.Name == Name && l.IsOptional == IsOptional && l.Form == Form
           && l.RepeatedName == RepeatedName && Element.SameAs(l.Element);
}
