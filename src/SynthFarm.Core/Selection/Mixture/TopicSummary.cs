using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Mixture;

/// <summary>What is known of a topic before anything is selected.</summary>
public sealed record TopicSummary
{
    public required string Topic { get; init; }

    public long Rows { get; init; }

    public long Tokens { get; init; }

    /// <summary>Draws of its problems, each problem counted once.</summary>
    public DrawCounts Draws { get; init; }

    /// <summary>Perplexity of its rows' texts taken together; null when none is known.</summary>
    public double? Perplexity { get; init; }

    /// <summary>Problems that were finished, with or without a row.</summary>
    public long FinishedProblems { get; init; }

    /// <summary>Those that have a row.</summary>
    public long SolvedProblems { get; init; }
}
