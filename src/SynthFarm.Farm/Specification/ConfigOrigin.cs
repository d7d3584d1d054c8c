namespace SynthFarm.Farm.Specification;

/// <summary>Where a value was written.</summary>
/// <param name="Source">File name, environment variable or flag.</param>
/// <param name="Layer">0 for the file, 1 for the environment, 2 for settings: the order faults are told in.</param>
/// <param name="Line">From 1; 0 outside of files.</param>
/// <param name="Column">From 1, in characters; outside of files the position among the layer's values.</param>
internal readonly record struct ConfigOrigin(string Source, int Layer, int Line = 0, int Column = 0)
{
    public override string ToString() => Line > 0 ? $"{Source}:{Line}:{Column}" : Source;
}
