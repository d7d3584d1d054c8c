namespace SynthFarm.Core.Selection.Mixture;

/// <summary>A number given for a topic.</summary>
/// <param name="Topic">The topic's name as it stands in the rows; empty for rows without one.</param>
/// <param name="Value">The number: a share, a weight, or an earlier value of a signal.</param>
public sealed record TopicValue(string Topic, double Value);
