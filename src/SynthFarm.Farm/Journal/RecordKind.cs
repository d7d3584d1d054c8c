namespace SynthFarm.Farm.Journal;

/// <summary>What a record says. The numbers are persisted.</summary>
internal enum RecordKind : byte
{
    /// <summary>A tree was begun, for which problem.</summary>
    TreeStarted = 1,

    /// <summary>Steps were appended to a tree.</summary>
    StepsAppended = 2,

    /// <summary>How many tokens the run's starts have generated so far, when the segment was begun.</summary>
    TokensGenerated = 3,
}
