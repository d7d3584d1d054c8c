namespace SynthFarm.Core.Rewards.Quality;

/// <summary>A reward model's score for a step beside what is true of it.</summary>
/// <param name="Score">The model's score.</param>
/// <param name="IsRight">Whether the path up to and with the step is right and can still reach the goal.</param>
/// <param name="IsFinal">Whether the step states an answer.</param>
public readonly record struct ScoredStep(float Score, bool IsRight, bool IsFinal);
