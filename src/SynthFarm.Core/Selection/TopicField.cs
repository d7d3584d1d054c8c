namespace SynthFarm.Core.Selection;

/// <summary>The field of a problem that is taken for its topic.</summary>
public enum TopicField
{
    Topic = 0,
    Source = 1,
    Kind = 2,
    Level = 3,
}
