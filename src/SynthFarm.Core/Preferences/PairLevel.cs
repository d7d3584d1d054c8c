namespace SynthFarm.Core.Preferences;

/// <summary>What a preference pair compares. The numbers and the lower-case names are persisted.</summary>
public enum PairLevel
{
    /// <summary>Two whole responses, one with a correct answer and one with a wrong one.</summary>
    Answer = 0,

    /// <summary>Two steps that follow the same steps; the texts end with them.</summary>
    Step = 1,

    /// <summary>The thoughts of two responses, one that led to a correct answer and one that led to a wrong one; the answers are left out.</summary>
    Thought = 2,
}
