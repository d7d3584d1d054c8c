namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>How a problem repeats another.</summary>
public enum DuplicateKind
{
    /// <summary>The same words, whatever the case and the white space.</summary>
    Exact = 0,

    /// <summary>At least the threshold's share of shingles in common, or joined to its cluster by a problem that has.</summary>
    Near = 1,
}
