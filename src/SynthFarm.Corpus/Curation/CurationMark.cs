using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Corpus.Curation;

/// <summary>What a curator said of a row.</summary>
/// <param name="RowId">The row's id. 1 to 200 characters.</param>
/// <param name="Decision">What was said.</param>
/// <param name="Note">Why, in words. At most 10,000 characters.</param>
/// <param name="By">Who said it. At most 200 characters.</param>
/// <param name="At">When (UTC).</param>
public sealed record CurationMark(string RowId, CurationDecision Decision, string? Note, string? By, DateTimeOffset At)
{
    public const int MaxRowIdLength = 200;
    public const int MaxNoteLength = 10_000;
    public const int MaxByLength = 200;
}
