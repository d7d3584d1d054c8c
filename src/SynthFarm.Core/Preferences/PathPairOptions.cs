using SynthFarm.Core.Configuration;

namespace SynthFarm.Core.Preferences;

/// <summary>How pairs of whole paths are chosen.</summary>
public abstract record PathPairOptions
{
    /// <summary>Most pairs per tree. Default 5 (O1 Replication Journey). 1 to 1000.</summary>
    public int Pairs { get; init; } = 5;

    /// <summary>
    /// Most answered paths looked at per tree, each as often as it was drawn; of more, that many are drawn by seed. Default 20 (O1 Replication
    /// Journey). 2 to 1000.
    /// </summary>
    public int Samples { get; init; } = 20;

    /// <summary>Which correct path is put against which wrong one: <see cref="PairRule.Random"/> or <see cref="PairRule.Perplexity"/>.</summary>
    public PairRule Rule { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Pairs is < 1 or > 1000)
        {
            yield return $"{path}.pairs is {Pairs}; allowed are 1 to 1000.";
        }

        if (Samples is < 2 or > 1000)
        {
            yield return $"{path}.samples is {Samples}; allowed are 2 to 1000.";
        }

        if (Rule is not (PairRule.Random or PairRule.Perplexity))
        {
            yield return $"{path}.rule is {OptionText.Of(Rule)}; allowed are {OptionText.List([PairRule.Random, PairRule.Perplexity])}.";
        }
    }
}
