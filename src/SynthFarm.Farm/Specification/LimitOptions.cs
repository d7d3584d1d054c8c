using SynthFarm.Core.Problems;

namespace SynthFarm.Farm.Specification;

/// <summary>Bounds that keep a run's resources in check. None of them changes the output.</summary>
public sealed record LimitOptions
{
    /// <summary>Longest line of a problem file, in bytes. Default 1,000,000. 1,024 to 67,108,864.</summary>
    public int MaxLineBytes { get; init; } = ProblemLineParser.DefaultMaxBytes;

    /// <summary>Most faults of a problem file that are told before reading stops. Default 100. 1 to 10,000.</summary>
    public int MaxFaults { get; init; } = 100;

    /// <summary>
    /// Whether a problem file may hold problems without a gold answer (<c>answer</c> absent, null or blank). None of their answers is correct;
    /// <c>problems label</c> takes the majority's. Default false: such a line is a fault.
    /// </summary>
    public bool AllowUnlabelled { get; init; }

    /// <summary>How long a stopping run waits for what is in flight before it lets go of it, in seconds. Default 30. 0 to 86,400.</summary>
    public int DrainSeconds { get; init; } = 30;

    /// <summary>After how many seconds without a new step a run says why it idles. Default 60. 1 to 86,400.</summary>
    public int IdleSeconds { get; init; } = 60;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (MaxLineBytes is < 1024 or > 64 << 20)
        {
            yield return $"{path}.maxLineBytes is {MaxLineBytes}; allowed are 1024 to {64 << 20}.";
        }

        if (MaxFaults is < 1 or > 10_000)
        {
            yield return $"{path}.maxFaults is {MaxFaults}; allowed are 1 to 10000.";
        }

        if (DrainSeconds is < 0 or > 86_400)
        {
            yield return $"{path}.drainSeconds is {DrainSeconds}; allowed are 0 to 86400.";
        }

        if (IdleSeconds is < 1 or > 86_400)
        {
            yield return $"{path}.idleSeconds is {IdleSeconds}; allowed are 1 to 86400.";
        }
    }
}
