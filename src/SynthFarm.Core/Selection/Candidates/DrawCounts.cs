namespace SynthFarm.Core.Selection.Candidates;

/// <summary>How a policy fared on a problem, counted in draws: equal draws are one leaf of the tree, but count as often as they were drawn.</summary>
/// <param name="Correct">Draws that ended with a correct answer.</param>
/// <param name="Answered">Draws that ended with an answer whose verdict is known; at least <paramref name="Correct"/>.</param>
public readonly record struct DrawCounts(long Correct, long Answered)
{
    /// <summary>Correct of answered, 0 to 1; null when nothing was answered.</summary>
    public double? PassRate => Answered == 0 ? null : (double)Correct / Answered;

    public static DrawCounts operator +(DrawCounts a, DrawCounts b) => new(a.Correct + b.Correct, a.Answered + b.Answered);

    public static DrawCounts Add(DrawCounts left, DrawCounts right) => left + right;
}
