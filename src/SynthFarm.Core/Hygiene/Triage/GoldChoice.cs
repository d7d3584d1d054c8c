namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>How a multiple-choice problem's gold answer names its option. The answer checker takes letter and text for the same.</summary>
/// <param name="Letter">The option's letter; null when the gold answer names none of the options.</param>
/// <param name="Text">The option's text in the statement; null as well.</param>
/// <param name="IsLetter">Whether the gold answer is the letter rather than the text.</param>
public sealed record GoldChoice(char? Letter, string? Text, bool IsLetter);
