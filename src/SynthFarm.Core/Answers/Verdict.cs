namespace SynthFarm.Core.Answers;

/// <summary>Whether something is right. Always three-valued: what cannot be decided is unknown, never wrong. The numbers are persisted.</summary>
public enum Verdict
{
    Wrong = -1,
    Unknown = 0,
    Correct = 1,
}
