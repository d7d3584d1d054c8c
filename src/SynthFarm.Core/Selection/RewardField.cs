namespace SynthFarm.Core.Selection;

/// <summary>Which of the rewards on a row's path counts.</summary>
public enum RewardField
{
    /// <summary>The mean.</summary>
    Mean = 0,

    /// <summary>The lowest.</summary>
    Min = 1,

    /// <summary>That of the answer step.</summary>
    Last = 2,
}
