namespace SynthFarm.Formats;

/// <summary>Something that could not be kept.</summary>
/// <param name="Field">The field, e.g. <c>level</c> or <c>steps.reward</c>.</param>
/// <param name="Count">How often it was there.</param>
/// <param name="Reason">Why it is not kept.</param>
public sealed record Loss(string Field, long Count, string Reason);
