using System.Globalization;

namespace SynthFarm.Cli.Terminal;

/// <summary>Writes spans of time and counts for people.</summary>
internal static class Durations
{
    /// <summary>E.g. <c>7 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>; a dash when it is not known.</summary>
    public static string Text(TimeSpan? time) => time switch
    {
        null => "-",
        { TotalMinutes: < 1 } t => Invariant($"{t.TotalSeconds:F0} s"),
        { TotalHours: < 1 } t => Invariant($"{t.Minutes} min {t.Seconds} s"),
        { TotalDays: < 1 } t => Invariant($"{t.Hours} h {t.Minutes} min"),
        { } t => Invariant($"{(long)t.TotalDays} d {t.Hours} h"),
    };

    /// <summary>How long the rest takes at the pace so far; null before anything is done.</summary>
    public static TimeSpan? Remaining(TimeSpan elapsed, double done, double total) =>
        done > 0 && total >= done && elapsed * ((total - done) / done) is { TotalDays: < 1000 } rest ? rest : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
