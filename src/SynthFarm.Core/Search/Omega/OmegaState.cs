namespace SynthFarm.Core.Search.Omega;

/// <summary>A state: the problem and the steps up to one, of which rollouts have told how often they end well.</summary>
internal sealed class OmegaState(RolloutBatch batch)
{
    public RolloutBatch Batch { get; } = batch;

    /// <summary>Rollouts that ended in a correct answer.</summary>
    public int Correct { get; } = batch.Correct;

    /// <summary>All rollouts, those that did not end included.</summary>
    public int Total { get; } = batch.Drawn;

    /// <summary>MC(s), the share of correct rollouts.</summary>
    public double MonteCarlo => Total == 0 ? 0 : (double)Correct / Total;

    /// <summary>N(s): how often a rollout of the state was chosen.</summary>
    public int Visits { get; set; }
}
