namespace SynthFarm.Core.Preferences;

/// <summary>How pairs of thoughts are chosen. The rule is <see cref="PairRule.Perplexity"/> by default, as in STILL-2.</summary>
public sealed record ThoughtPairOptions : PathPairOptions
{
    public ThoughtPairOptions() => Rule = PairRule.Perplexity;
}
