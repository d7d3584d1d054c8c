namespace SynthFarm.Core.Selection.Duplicates;

/// <summary>Which text makes two rows the same; case and white space never count.</summary>
public enum DuplicateText
{
    /// <summary>Nothing does: duplicates stay.</summary>
    Off = 0,

    /// <summary>Statement and response.</summary>
    Conversation = 1,

    /// <summary>The statement alone: one row for each statement, whatever the problems' ids are.</summary>
    Problem = 2,
}
