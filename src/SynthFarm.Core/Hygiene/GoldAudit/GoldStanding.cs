namespace SynthFarm.Core.Hygiene.GoldAudit;

/// <summary>How a gold answer stands against the answers of a tree.</summary>
public enum GoldStanding
{
    /// <summary>Too few answers, or none that enough of them agree on.</summary>
    NoMajority = 0,

    /// <summary>The majority's answer is correct.</summary>
    Confirmed = 1,

    /// <summary>The majority's answer is wrong: so may the gold answer be.</summary>
    Doubted = 2,

    /// <summary>Whether the majority's answer equals the gold answer was not decided.</summary>
    Undecided = 3,

    /// <summary>There is no gold answer; the majority's can stand in for it.</summary>
    Labelled = 4,
}
