namespace SynthFarm.Farm.Specification;

/// <summary>Something wrong with a specification.</summary>
/// <param name="Where">File with line and column, environment variable, or flag; empty for a default.</param>
/// <param name="Message">The key, what was found and what is allowed.</param>
public readonly record struct SpecFault(string Where, string Message)
{
    public override string ToString() => Where.Length == 0 ? Message : $"{Where}: {Message}";
}
