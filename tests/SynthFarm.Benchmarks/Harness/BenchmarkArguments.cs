using System.Globalization;

namespace SynthFarm.Benchmarks.Harness;

/// <summary><c>--key value</c> pairs behind a benchmark's name; a key that nobody asked for is an error.</summary>
internal sealed class BenchmarkArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A word is no key, or a key has no value.</exception>
    public BenchmarkArguments(ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i += 2)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == words.Length)
            {
                throw new FormatException($"\"{words[i]}\": expected --key value.");
            }

            _values[words[i][2..]] = words[i + 1];
        }
    }

    /// <summary>The keys that were given and never asked for.</summary>
    public IEnumerable<string> Unknown => _values.Keys.Where(key => !_asked.Contains(key));

    public string Text(string key, string fallback)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key, fallback);
    }

    public int Number(string key, int fallback) => int.Parse(Text(key, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
