using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Filters;

/// <summary>Rejects responses that hold no word of the required list.</summary>
internal sealed class RequiredWordFilter : ICandidateFilter
{
    public string Reason => SelectionReason.RequiredWord;

    public string? Fault(SelectionCandidate candidate) => candidate.Text.HasRequiredWord ? null : "The response holds none of the required words.";
}
