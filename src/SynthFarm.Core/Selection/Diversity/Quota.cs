using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Diversity;

/// <summary>How much of a group may be taken.</summary>
/// <param name="limit">Rows or tokens.</param>
/// <param name="sizeOf">What a row takes of it; at least 0.</param>
internal sealed class Quota(long limit, Func<SelectionCandidate, long> sizeOf)
{
    public long Left { get; private set; } = limit;

    public bool IsFull => Left <= 0;

    /// <summary>Takes the row if it fits.</summary>
    public bool TryTake(SelectionCandidate candidate)
    {
        var size = sizeOf(candidate);
        if (size > Left)
        {
            return false;
        }

        Left -= size;
        return true;
    }
}
