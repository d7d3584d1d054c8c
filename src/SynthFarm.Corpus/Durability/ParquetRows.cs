using SynthFarm.Parquet;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Durability;

/// <summary>Reads a file with the schema it must have.</summary>
internal static class ParquetRows
{
    /// <param name="path">Where the file lies.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="schema">The schema it must have.</param>
    /// <param name="columns">The columns to read; none for all.</param>
    /// <exception cref="CorpusException">While enumerating: it cannot be opened, has another schema, or a page is damaged.</exception>
    public static IEnumerable<ParquetRow> Read(string path, string name, ParquetSchema schema, params IReadOnlyList<string> columns)
    {
        using var reader = Guard(() => Open(path, name, schema), name);
        using var rows = reader.Rows(columns).GetEnumerator();
        while (Guard(rows.MoveNext, name))
        {
            yield return rows.Current;
        }
    }

    /// <summary>The schema a file has.</summary>
    /// <exception cref="CorpusException">It cannot be opened.</exception>
    public static ParquetSchema SchemaOf(string path, string name)
    {
        using var reader = Guard(() => ParquetReader.Open(path), name);
        return reader.Schema;
    }

    private static ParquetReader Open(string path, string name, ParquetSchema schema)
    {
        var reader = ParquetReader.Open(path);
        if (reader.Schema.Equals(schema))
        {
            return reader;
        }

        reader.Dispose();
        throw new CorpusException($"{name}: the columns are not those of this version.");
    }

    private static T Guard<T>(Func<T> read, string name)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ParquetFormatException or IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"{name}: {e.Message}", e);
        }
    }
}
