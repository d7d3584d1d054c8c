namespace SynthFarm.Parquet.Schema;

/// <summary>The layouts of lists that exist in files (LogicalTypes.md of the Parquet format, "Lists" and its compatibility rules).</summary>
internal enum ListForm
{
    /// <summary>Group (LIST), repeated group, element: what we write.</summary>
    ThreeLevel,

    /// <summary>Group (LIST) whose repeated child is itself the element.</summary>
    TwoLevel,

    /// <summary>A repeated field without a group around it.</summary>
    Bare,
}
