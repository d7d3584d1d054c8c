namespace SynthFarm.Core.Selection.Candidates;

/// <summary>
/// What selection knows of a row: where it hangs, its measures and what its text looks like; not the text itself. About 0.5 KB each, so
/// that a million fit into half a gigabyte.
/// </summary>
public sealed record SelectionCandidate
{
    /// <summary>The row's id; unique.</summary>
    public required string RowId { get; init; }

    public required string ProblemId { get; init; }

    /// <summary>The problem's topic; empty for none.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The split the row's problem set gave it.</summary>
    public DataSplit Split { get; init; }

    /// <summary>Tokens the policy generated for the steps in the text.</summary>
    public int TokenCount { get; init; }

    /// <summary>Length of the response in Unicode code points.</summary>
    public int CharacterCount { get; init; }

    /// <summary>Steps in the text, those of excursions included.</summary>
    public int StepCount { get; init; }

    public int BacktrackCount { get; init; }

    /// <summary>The answer the row states.</summary>
    public string Answer { get; init; } = "";

    /// <summary>How the policy fared on the problem, over all its trees.</summary>
    public DrawCounts Draws { get; init; }

    /// <summary>The reward of the path, in [0, 1]; null when no step has one.</summary>
    public double? Reward { get; init; }

    /// <summary>exp of minus the mean log probability of the tokens of the steps in the text, under the policy that drew them; null when not known.</summary>
    public double? Perplexity { get; init; }

    /// <summary>Leaves of the row's own tree that state a wrong answer.</summary>
    public int WrongAnswerCount { get; init; }

    /// <summary>Whether the row was let in with a wrong answer by an earlier selection.</summary>
    public bool IsNoise { get; init; }

    /// <summary>What a curator said; null when nobody looked at the row.</summary>
    public CurationDecision? Mark { get; init; }

    public TextFeatures Text { get; init; } = TextFeatures.None;
}
