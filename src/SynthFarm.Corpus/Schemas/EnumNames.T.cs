using System.Text.Json;

namespace SynthFarm.Corpus.Schemas;

/// <summary>The names of one enumeration, both ways.</summary>
public sealed class EnumNames<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _names = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
    private readonly Dictionary<string, T> _values;

    internal EnumNames() => _values = _names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _values.Keys;

    public string Name(T value) => _names[value];

    /// <exception cref="CorpusException">No value has this name.</exception>
    public T Value(string name) => _values.TryGetValue(name, out var value)
        ? value
        : throw new CorpusException($"\"{name}\" is no {typeof(T).Name}; known are {string.Join(", ", _values.Keys)}.");
}
