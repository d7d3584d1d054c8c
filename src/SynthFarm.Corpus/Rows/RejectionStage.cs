namespace SynthFarm.Corpus.Rows;

/// <summary>Where a problem was rejected. The names are persisted.</summary>
public static class RejectionStage
{
    /// <summary>The search found no correct answer, or did not end by itself.</summary>
    public const string Search = "search";

    /// <summary>The answer was accepted by the run but not by the checker of the publisher.</summary>
    public const string Verification = "verification";

    /// <summary>There is a correct path, but no text that may be published could be derived from it.</summary>
    public const string Derivation = "derivation";

    /// <summary>A row that was published was not selected; the reasons are <see cref="Core.Selection.Candidates.SelectionReason"/>'s.</summary>
    public const string Selection = "selection";
}
