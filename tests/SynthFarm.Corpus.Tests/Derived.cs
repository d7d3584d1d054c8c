using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests;

/// <summary>Rows derived from problems, as objects and as a reader gives them.</summary>
internal static class Derived
{
    public static DerivedProblem Of(FinishedProblem finished, PublishOptions? options = null, Action<string, string>? omitted = null)
        => new(finished, FinishedProblems.Lineage, Derivations.Of(options ?? Farmed.Options), isFirst: true, omitted ?? ((_, _) => { }));

    /// <summary>Every row of a config of a snapshot, its splits in ordinal order.</summary>
    public static List<ParquetRow> Read(string snapshot, string config)
        => [.. Directory.GetFiles(Path.Combine(snapshot, config)).Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    /// <summary>One line per column.</summary>
    public static string Print(ParquetRow row) => string.Concat(row.Names.Zip(row.Values, (name, value) => $"{name}: {Text(value)}\n"));

    /// <summary>Every row of a file.</summary>
    public static List<ParquetRow> ReadFile(string path)
    {
        using var reader = ParquetReader.Open(path);
        return [.. reader.Rows()];
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        ParquetRow row => "{" + string.Join(", ", row.Names.Zip(row.Values, (n, v) => $"{n}: {Text(v)}")) + "}",
        string text => text,
        System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Text)) + "]",
        _ => FormattableString.Invariant($"{value}"),
    };
}
