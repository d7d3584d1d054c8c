namespace SynthFarm.Core.Search.Beam;

/// <summary>Which steps of a depth go on. The names are used in configuration.</summary>
public enum BeamKeep
{
    /// <summary>The best by reward, however bad.</summary>
    Best = 0,

    /// <summary>
    /// Only steps judged correct, at most as many as the beam is wide (O1 Replication Journey, section 6.5, with o1-mini's binary rewards).
    /// </summary>
    JudgedCorrect = 1,
}
