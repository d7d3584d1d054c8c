namespace SynthFarm.Core.LongThoughts;

/// <summary>A long thought, or why there is none.</summary>
/// <param name="Thought">The thought; null when refused.</param>
/// <param name="Refusal">A short stable name, e.g. <c>no-correct-leaf</c> or <c>forged-marker</c>; null when there is a thought.</param>
/// <param name="Detail">One sentence for a person.</param>
public readonly record struct LongThoughtResult(LongThought? Thought, string? Refusal, string? Detail)
{
    public const string NoCorrectLeaf = "no-correct-leaf";
    public const string ForgedMarker = "forged-marker";
}
