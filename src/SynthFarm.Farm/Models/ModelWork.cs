namespace SynthFarm.Farm.Models;

/// <summary>What a model that keeps prefixes has computed in some time.</summary>
/// <param name="PositionsComputed">Token positions that went through the model.</param>
/// <param name="PositionsUnique">Those of them that were new: the distinct prefixes asked for, where nothing had to be dropped to make room.</param>
/// <param name="PositionsReused">Token positions that were asked for and found computed already.</param>
public sealed record ModelWork(long PositionsComputed, long PositionsUnique, long PositionsReused)
{
    /// <summary>Computed over unique positions: 1 when every distinct prefix was computed once; null before the first.</summary>
    public double? ComputedPerUnique => PositionsUnique > 0 ? Math.Round((double)PositionsComputed / PositionsUnique, 4) : null;

    /// <summary>What was computed in two times together.</summary>
    public static ModelWork operator +(ModelWork left, ModelWork right) => new(
        left.PositionsComputed + right.PositionsComputed, left.PositionsUnique + right.PositionsUnique, left.PositionsReused + right.PositionsReused);

    /// <summary>What was computed since.</summary>
    public static ModelWork operator -(ModelWork now, ModelWork before) => new(
        now.PositionsComputed - before.PositionsComputed, now.PositionsUnique - before.PositionsUnique, now.PositionsReused - before.PositionsReused);
}
