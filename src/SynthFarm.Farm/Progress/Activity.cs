namespace SynthFarm.Farm.Progress;

/// <summary>What a problem in flight can be waiting for.</summary>
public enum Activity
{
    /// <summary>The policy model.</summary>
    Policy = 0,

    /// <summary>The reward model.</summary>
    Reward = 1,

    /// <summary>The journal.</summary>
    Journal = 2,

    /// <summary>Room in the queue of finished problems: the corpus is being written.</summary>
    Commit = 3,
}
