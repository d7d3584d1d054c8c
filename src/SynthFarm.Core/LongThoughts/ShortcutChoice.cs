namespace SynthFarm.Core.LongThoughts;

/// <summary>Which of several correct leaves becomes the shortcut.</summary>
public enum ShortcutChoice
{
    /// <summary>The highest final reward; ties by depth, then id.</summary>
    BestScored = 0,

    /// <summary>The fewest steps; ties by reward, then id.</summary>
    Shortest = 1,
}
