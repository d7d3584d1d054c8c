using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Pulling;

/// <summary>What is pulled, and how patiently.</summary>
public sealed record PullOptions
{
    /// <summary>The configs to pull, with the card and its like. Default null: all.</summary>
    public IReadOnlyList<string>? Configs { get; init; }

    /// <summary>Sent as a bearer token to the address given, not to where it redirects. Default null: none. Printable ASCII without spaces.</summary>
    public string? Token { get; init; }

    /// <summary>A server that says nothing for so long is given up and asked again. Default 30 s. 1 s to 1 h.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait a busy server may ask for (429 and 503 with Retry-After). Default 2 min. 0 to 1 d.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock of waits and time limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told now and then how far it is.</summary>
    public IProgress<PullProgress>? Progress { get; init; }

    /// <summary>For tests; does nothing by default.</summary>
    public ICrashPoints CrashPoints { get; init; } = CrashPoint.None;

    /// <summary>Names every value that is out of bounds; the token is not shown.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Configs is { Count: 0 })
        {
            yield return $"{path}.configs is empty; at least one is needed, or none given for all.";
        }

        if (Token is not null && (Token.Length == 0 || Token.Any(c => c is <= ' ' or > '~')))
        {
            yield return $"{path}.token is no token; printable ASCII characters without spaces are allowed.";
        }

        if (Silence < TimeSpan.FromSeconds(1) || Silence > TimeSpan.FromHours(1))
        {
            yield return $"{path}.silence is {Silence.TotalSeconds} s; allowed are 1 to 3600.";
        }

        if (MaxWait < TimeSpan.Zero || MaxWait > TimeSpan.FromDays(1))
        {
            yield return $"{path}.maxWait is {MaxWait.TotalSeconds} s; allowed are 0 to 86400.";
        }
    }
}
