namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>How the mini-batches of several topics follow each other.</summary>
public enum TopicLayout
{
    /// <summary>One topic after the other, as in Data-CUBE.</summary>
    Blocks = 0,

    /// <summary>All topics at once: mini-batches in turn, each topic as far on its way from easy to hard as the others.</summary>
    Rounds = 1,

    /// <summary>Topics do not count: one way from easy to hard.</summary>
    None = 2,
}
