namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>One class that a problem belongs to.</summary>
/// <param name="Class">The class.</param>
/// <param name="Reason">What says so, in a few words; foreign text in it is quoted and cut.</param>
public readonly record struct TriageFinding(TriageClass Class, string Reason);
