namespace SynthFarm.Core.Rewards;

/// <summary>How the scores of a path's steps become one score. The names are used in configuration.</summary>
public enum StepScoreAggregation
{
    /// <summary>The last step's score: right for rewards that tell whether the path so far leads to a right answer.</summary>
    Last = 0,

    /// <summary>The smallest score: a chain is as good as its worst step (Lightman et al., 2023, compare it with the product).</summary>
    Minimum = 1,

    /// <summary>The product: the probability that every step is right, were they independent. Favours short paths.</summary>
    Product = 2,

    /// <summary>The arithmetic mean.</summary>
    Mean = 3,
}
