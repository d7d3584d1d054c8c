namespace SynthFarm.Farm.Journal;

/// <summary>What a record says. The numbers are persisted.</summary>
internal enum RecordKind : byte
{
    /// <summary>A tree was begun, for which problem.</summary>
    TreeStarted = 1,

    /// <summary>Steps were appended to a tree.</summary>
    StepsAppended = 2,
}
