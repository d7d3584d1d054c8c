using System.Globalization;
using SynthFarm.Corpus.Durability;

namespace SynthFarm.Farm.Durability;

/// <summary>
/// Ends the process when a named point is reached for the n-th time: how tests of crash safety kill a run exactly where it hurts. Nothing
/// reaches for the environment here; the host decides whether there is one.
/// </summary>
public sealed class CrashAt : ICrashPoints
{
    private readonly Action<string> _crash;
    private int _left;

    /// <param name="point">The point's name.</param>
    /// <param name="occurrence">Which time counts, from 1.</param>
    /// <param name="crash">What ends the process; gets the point's name. Must not return.</param>
    public CrashAt(string point, int occurrence, Action<string> crash)
    {
        ArgumentException.ThrowIfNullOrEmpty(point);
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrence, 1);
        ArgumentNullException.ThrowIfNull(crash);
        Point = point;
        Occurrence = occurrence;
        _left = occurrence;
        _crash = crash;
    }

    public string Point { get; }

    public int Occurrence { get; }

    /// <summary>Reads <c>name</c> or <c>name:n</c>.</summary>
    /// <exception cref="FormatException">The name is no point of a run or of the corpus, or n is no number from 1.</exception>
    public static CrashAt Parse(string text, Action<string> crash)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf(':');
        var point = at < 0 ? text : text[..at];
        var count = 1;
        if (at >= 0 && (!int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out count) || count < 1))
        {
            throw new FormatException($"\"{text}\": what follows the colon is a number from 1.");
        }

        var known = FarmCrashPoint.All.Concat(CrashPoint.All).ToList();
        return known.Contains(point)
            ? new CrashAt(point, count, crash)
            : throw new FormatException($"\"{point}\" is no crash point; known are {string.Join(", ", known)}.");
    }

    public void Reach(string point)
    {
        if (point == Point && Interlocked.Decrement(ref _left) == 0)
        {
            _crash(point);
        }
    }
}
