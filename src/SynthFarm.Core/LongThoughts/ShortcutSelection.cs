using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.LongThoughts;

/// <summary>Chooses the correct leaf a shortcut and its long thought lead to.</summary>
internal static class ShortcutSelection
{
    public static ReasoningStep? Choose(ReasoningTree tree, ShortcutChoice choice) => choice switch
    {
        ShortcutChoice.Shortest => tree.CorrectLeaves().OrderBy(s => s.Depth).ThenByDescending(s => s.Reward ?? 0).ThenBy(s => s.Id).FirstOrDefault(),
        _ => tree.CorrectLeaves().OrderByDescending(s => s.Reward ?? 0).ThenBy(s => s.Depth).ThenBy(s => s.Id).FirstOrDefault(),
    };
}
