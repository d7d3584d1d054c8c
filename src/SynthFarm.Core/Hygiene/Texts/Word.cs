namespace SynthFarm.Core.Hygiene.Texts;

/// <summary>A word of a text: characters between white space.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its characters.</param>
/// <param name="Hash">128 bits of its lower-case form.</param>
internal readonly record struct Word(int Start, int Length, UInt128 Hash);
