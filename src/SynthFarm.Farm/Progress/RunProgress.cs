namespace SynthFarm.Farm.Progress;

/// <summary>A run at one moment.</summary>
public sealed record RunProgress
{
    public required RunState State { get; init; }

    /// <summary>Problems the run is to do.</summary>
    public required long Problems { get; init; }

    /// <summary>Lines of the problem file that repeated a problem.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Finished problems in the corpus that, with their contents, are not in the problem file; publishing leaves them out.</summary>
    public required long Absent { get; init; }

    public required RunTotals Totals { get; init; }

    /// <summary>Problems being searched now.</summary>
    public required int InFlight { get; init; }

    /// <summary>Problems not ended and not in flight.</summary>
    public long Pending => Math.Max(0, Problems - Totals.Finished - InFlight);

    /// <summary>Tokens this process has generated.</summary>
    public required long GeneratedTokens { get; init; }

    /// <summary>
    /// Tokens earlier starts of the run have generated, those of killed ones included up to the last step they brought to safety.
    /// </summary>
    public required long GeneratedBefore { get; init; }

    /// <summary>Calls of the policy by this process.</summary>
    public required long PolicyCalls { get; init; }

    /// <summary>Steps the reward model scored in this process.</summary>
    public required long ScoredSteps { get; init; }

    /// <summary>Time since this process began to run.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Problems ended per second, lately.</summary>
    public required double TreesPerSecond { get; init; }

    /// <summary>Tokens generated per second, lately.</summary>
    public required double TokensPerSecond { get; init; }

    /// <summary>Time to go at this pace; null while there is no pace yet.</summary>
    public required TimeSpan? Eta { get; init; }

    /// <summary>Calls in flight by what they wait for.</summary>
    public required IReadOnlyDictionary<Activity, int> Waiting { get; init; }

    /// <summary>Why nothing happens; null while something does.</summary>
    public required string? WhyIdle { get; init; }
}
