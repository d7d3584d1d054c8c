namespace SynthFarm.Core.Selection.Mixture;

/// <summary>A topic's part of the mixture, and how it came about.</summary>
/// <param name="Share">The part, 0 to 1.</param>
/// <param name="Signal">The signal's value; null without a signal, or when it is not known.</param>
/// <param name="Reference">What the value was compared with.</param>
/// <param name="Factor">The factor f of the rule; null without a signal.</param>
public sealed record TopicTarget(double Share, double? Signal = null, double? Reference = null, double? Factor = null);
