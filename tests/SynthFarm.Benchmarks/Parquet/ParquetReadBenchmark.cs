using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Core.Randomness;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>
/// What reading one column costs against reading all, of a file with ten columns alike and of one like <c>sft</c>; and, for information,
/// all columns against DuckDB, which puts them into a table in memory where ours become objects. <c>--rows</c> 40000, <c>--rounds</c> 5, <c>--seed</c> 1.
/// </summary>
internal sealed class ParquetReadBenchmark : IBenchmark
{
    private const int Columns = 10;

    public string Name => "parquet-read";

    public string Summary => "one column of ten against all, and our Parquet reader against DuckDB's";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        var rows = arguments.Number("rows", 40_000);
        var rounds = arguments.Number("rounds", 5);
        var seed = (ulong)arguments.Number("seed", 1);
        var folder = Directory.CreateTempSubdirectory("synthfarm-parquet-read-").FullName;
        try
        {
            var alike = Path.Combine(folder, "alike.parquet");
            Write(alike, AlikeMap(), Alike(rows / 4, seed));
            output.WriteLine(FormattableString.Invariant($"{rows / 4:n0} rows of ten columns alike (text of 0.2 to 4 KB), {new FileInfo(alike).Length / 1e6:f1} MB; {rounds} interleaved rounds"));
            Compare(alike, ["c0", "c9"], null, rounds, output);

            var sft = Path.Combine(folder, "sft.parquet");
            Write(sft, SampleRows.Map, SampleRows.Generate(rows, seed));
            output.WriteLine();
            output.WriteLine(FormattableString.Invariant($"{rows:n0} rows like sft, {new FileInfo(sft).Length / 1e6:f1} MB"));
            using var duckdb = NodeScripts.Missing is null ? new DuckDb() : null;
            duckdb?.Run("set threads = 1");
            Compare(sft, [.. SampleRows.Map.Schema.Fields.Select(f => f.Name)], duckdb, rounds, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.FromResult(0);
    }

    private static void Compare(string path, string[] columns, DuckDb? duckdb, int rounds, TextWriter output)
    {
        List<Contestant> contestants = [Contestant.InProcess("all ten columns", () => Read(path))];
        contestants.AddRange(columns.Select(column => Contestant.InProcess(column, () => Read(path, column))));
        if (duckdb is not null)
        {
            contestants.Add(new("duckdb, 1 thread", () => duckdb.Run($"create or replace temp table r as from read_parquet('{path}')")));
        }

        var samples = Rounds.Run(contestants, rounds);
        output.WriteLine("                     CPU ms   all over it");
        for (var i = 0; i < contestants.Count; i++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contestants[i].Name,-18} {1e3 * Rounds.Median(samples[i].Select(s => s.Cpu)),8:f1} {1 / Rounds.MedianRatio(samples[0], samples[i], s => s.Cpu),13:f1}"));
        }
    }

    private static void Read(string path, params string[] columns)
    {
        using var reader = ParquetReader.Open(path);
        if (reader.Rows(columns).LongCount() != reader.RowCount)
        {
            throw new InvalidOperationException("The reader gave another number of rows than the footer has.");
        }
    }

    private static void Write<T>(string path, RowMap<T> map, IEnumerable<T> rows)
    {
        var options = new ParquetWriterOptions { Compression = Zstd.IsAvailable ? CompressionCodec.Zstd : CompressionCodec.Gzip };
        using var writer = ParquetWriter.Create(path, map.Schema, options);
        var target = map.Bind(writer);
        foreach (var row in rows)
        {
            target.Write(row);
        }

        writer.Finish();
    }

    private static RowMap<string[]> AlikeMap()
    {
        var map = new RowMap<string[]>();
        for (var i = 0; i < Columns; i++)
        {
            var column = i;
            map.String($"c{column}", row => row[column]);
        }

        return map;
    }

    private static IEnumerable<string[]> Alike(int count, ulong seed)
    {
        var random = new StableRandom(seed);
        var text = new SampleText(random);
        for (var i = 0; i < count; i++)
        {
            yield return [.. Enumerable.Range(0, Columns).Select(_ => text.Words(random))];
        }
    }
}
