namespace SynthFarm.Core.Preferences.Labels;

/// <summary>Why a labelled path ends where it does. The numbers and the lower-case names are persisted.</summary>
public enum LabelledEnd
{
    /// <summary>The path itself ends there.</summary>
    Leaf = 0,

    /// <summary>It was cut after its first wrong step.</summary>
    FirstError = 1,

    /// <summary>It was cut before a step without a label.</summary>
    Unlabelled = 2,
}
