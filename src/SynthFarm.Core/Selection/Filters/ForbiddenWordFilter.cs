using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Filters;

/// <summary>Rejects responses that hold a word of the forbidden list.</summary>
internal sealed class ForbiddenWordFilter : ICandidateFilter
{
    public string Reason => SelectionReason.ForbiddenWord;

    public string? Fault(SelectionCandidate candidate) => candidate.Text.ForbiddenWord is { } word ? $"The response holds \"{word}\"." : null;
}
