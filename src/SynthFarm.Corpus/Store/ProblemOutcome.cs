namespace SynthFarm.Corpus.Store;

/// <summary>How a problem ended. The numbers and the lower-case names are persisted.</summary>
public enum ProblemOutcome
{
    /// <summary>At least one path states a correct answer.</summary>
    Accepted = 0,

    /// <summary>The search ended without a correct answer; a normal end.</summary>
    Exhausted = 1,

    /// <summary>An error ended the problem; it may be done again.</summary>
    Failed = 2,

    /// <summary>Someone ended the problem; it may be done again.</summary>
    Cancelled = 3,
}
