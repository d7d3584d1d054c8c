namespace SynthFarm.Farm.Specification;

/// <summary>One value given outside of the file.</summary>
/// <param name="Key">The dotted key, e.g. <c>search.beam.width</c>.</param>
/// <param name="Value">The value as text: taken as it stands where the key is text, otherwise read as JSON.</param>
/// <param name="Origin">Where it was given, for messages, e.g. <c>--set search.beam.width</c> or <c>--seed</c>.</param>
public sealed record SpecSetting(string Key, string Value, string Origin)
{
    /// <summary>Reads <c>key=value</c> as given to <c>--set</c>.</summary>
    /// <exception cref="SpecException">There is no <c>=</c>, or no key before it.</exception>
    public static SpecSetting Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? new SpecSetting(text[..at].Trim(), text[(at + 1)..], $"--set {text[..at].Trim()}")
            : throw new SpecException([new SpecFault("--set", $"\"{text}\" is not of the form section.key=value.")]);
    }
}
