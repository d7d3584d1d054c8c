namespace SynthFarm.Core.Problems;

/// <summary>Which part of a family's problem space to draw from; the shipped models never trained on <see cref="HeldOut"/>.</summary>
public enum FamilySplit
{
    /// <summary>The whole space.</summary>
    All = 0,

    /// <summary>What models may train on.</summary>
    Train = 1,

    /// <summary>What is kept for evaluation, e.g. countdown targets that end in 7.</summary>
    HeldOut = 2,
}
