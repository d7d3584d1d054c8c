using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Filters;

/// <summary>Keeps rows of problems that the policy solves sometimes: 0 &lt; p &lt; 1. What it always or never solves teaches little (STILL-2).</summary>
internal sealed class PartlySolvedFilter : ICandidateFilter
{
    public string Reason => SelectionReason.PartlySolved;

    public string? Fault(SelectionCandidate candidate) => candidate.Draws.PassRate is > 0 and < 1
        ? null
        : $"{candidate.Draws.Correct} of {candidate.Draws.Answered} answered draws are correct; allowed are problems solved sometimes, but not always.";
}
