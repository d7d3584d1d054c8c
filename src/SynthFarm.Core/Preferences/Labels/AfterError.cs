namespace SynthFarm.Core.Preferences.Labels;

/// <summary>What becomes of the steps that follow the first wrong one. The names are used in configuration.</summary>
public enum AfterError
{
    /// <summary>The path ends with its first wrong step (PRM800K, ProcessBench): nothing is said of what follows.</summary>
    Cut = 0,

    /// <summary>They are wrong too, because the path is.</summary>
    Wrong = 1,
}
