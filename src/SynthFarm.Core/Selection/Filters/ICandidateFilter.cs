using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Filters;

/// <summary>Keeps or rejects single rows. Pure: neither other rows nor the order count.</summary>
public interface ICandidateFilter
{
    /// <summary>The stable name of the reason, e.g. <c>tokens</c>; it stands in rejections.</summary>
    string Reason { get; }

    /// <summary>What is wrong with the row, in words; null to keep it.</summary>
    string? Fault(SelectionCandidate candidate);
}
