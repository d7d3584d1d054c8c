namespace SynthFarm.Farm.Progress;

/// <summary>Says in words why a run makes no progress.</summary>
internal static class IdleReason
{
    private const int MaxTroubles = 5;

    /// <summary>A sentence when no step was appended for <paramref name="threshold"/>; otherwise null.</summary>
    /// <param name="troubles">What keeps servers from answering.</param>
    public static string? Describe(RunMeter meter, TimeSpan threshold, IReadOnlyList<string>? troubles = null)
    {
        var idle = meter.SinceLastStep;
        if (idle < threshold)
        {
            return null;
        }

        var waits = meter.Waits();
        var reasons = waits.OrderByDescending(wait => wait.Value.Longest)
            .Select(wait => $"{Count(wait.Value.Count, "call")} waiting for {Name(wait.Key)} (longest {Seconds(wait.Value.Longest)})")
            .ToList();
        var why = reasons.Count > 0 ? string.Join(", ", reasons) : meter.InFlight > 0 ? "searches are computing" : "no problem is in flight";
        return $"no new step for {Seconds(idle)}: {Count(meter.InFlight, "problem")} in flight; {why}{string.Concat((troubles ?? []).Take(MaxTroubles).Select(trouble => $"; {trouble}"))}";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Seconds(TimeSpan time) => $"{Math.Floor(time.TotalSeconds)} s";

    private static string Name(Activity activity) => activity switch
    {
        Activity.Policy => "the policy",
        Activity.Reward => "the reward model",
        Activity.Journal => "the journal",
        _ => "the commit to the corpus",
    };
}
