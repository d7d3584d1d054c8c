namespace SynthFarm.Core.Models;

/// <summary>Why the policy stopped.</summary>
public enum StepFinish
{
    /// <summary>The step delimiter was produced; more can follow.</summary>
    Delimiter = 0,

    /// <summary>The policy ended its text.</summary>
    EndOfText = 1,

    /// <summary>The token limit, or the model's context, was reached.</summary>
    Length = 2,
}
