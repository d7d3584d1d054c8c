namespace SynthFarm.Core.LongThoughts;

/// <summary>An error in a step, and who named it.</summary>
/// <param name="StepId">The step.</param>
/// <param name="Reason">A clause that can stand in a sentence.</param>
/// <param name="Source">Who says so, e.g. <c>step-checker:countdown/1</c>.</param>
/// <param name="IsDeadEnd">Whether the step is sound in itself and only leads nowhere, which shows best where nothing more can be tried.</param>
internal sealed record NamedError(int StepId, string Reason, string Source, bool IsDeadEnd);
