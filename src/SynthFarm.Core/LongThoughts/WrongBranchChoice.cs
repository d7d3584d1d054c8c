namespace SynthFarm.Core.LongThoughts;

/// <summary>Which of several wrong branches an excursion takes.</summary>
public enum WrongBranchChoice
{
    /// <summary>The one with the highest reward: the mistake that looked best. Ties by id.</summary>
    MostPlausible = 0,

    /// <summary>Any, drawn by seed (the paper's rule).</summary>
    Random = 1,
}
