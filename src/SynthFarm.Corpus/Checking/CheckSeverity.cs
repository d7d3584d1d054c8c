namespace SynthFarm.Corpus.Checking;

/// <summary>What a finding means.</summary>
public enum CheckSeverity
{
    /// <summary>Nothing is wrong, but a person may want to know, e.g. of files that an interrupted commit left.</summary>
    Note = 0,

    /// <summary>The corpus is not what its manifest says, or breaks one of its rules.</summary>
    Damage = 1,
}
