using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>A whole answered path and its first wrong step, as ProcessBench (Zheng et al., 2024) states it.</summary>
/// <param name="Leaf">The step that states the answer.</param>
/// <param name="Index">Position of the first wrong step, from 0; -1 when every step is right.</param>
/// <param name="IsAnswerCorrect">Whether the answer is correct.</param>
/// <param name="Source">Where the labels come from.</param>
public readonly record struct FirstError(ReasoningStep Leaf, int Index, bool IsAnswerCorrect, string Source);
