namespace SynthFarm.Core.Selection.Candidates;

/// <summary>The splits of a snapshot.</summary>
public enum DataSplit
{
    Train = 0,
    Validation = 1,
    Test = 2,
}
