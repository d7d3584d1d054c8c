using System.Diagnostics;
using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Parquet.Compression;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>
/// The same rows written by us and by DuckDB. Ours stream from the generator in batches whose making is not timed; DuckDB's lie in a table
/// in its memory. <c>--rows</c> 400000, <c>--rounds</c> 5, <c>--seed</c> 1, <c>--codec</c> zstd, gzip, none or both (zstd and gzip),
/// <c>--threads</c> of DuckDB: 1, default or both.
/// </summary>
internal sealed class ParquetWriteBenchmark : IBenchmark
{
    private const int WarmUpRows = 20_000;

    public string Name => "parquet-write";

    public string Summary => "raw bytes per CPU-second of our Parquet writer against DuckDB's, zstd 3 and gzip";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        var rows = arguments.Number("rows", 400_000);
        var rounds = arguments.Number("rounds", 5);
        var seed = (ulong)arguments.Number("seed", 1);
        var codecs = Codecs(arguments.Text("codec", "both"));
        var threads = arguments.Text("threads", "both");
        if (NodeScripts.Missing is { } missing)
        {
            output.WriteLine("parquet-write: " + missing);
            return Task.FromResult(1);
        }

        var folder = Directory.CreateTempSubdirectory("synthfarm-parquet-write-").FullName;
        try
        {
            using var duckdb = new DuckDb();
            var raw = Load(duckdb, Path.Combine(folder, "rows.jsonl"), rows, seed);
            var all = duckdb.Query("select current_setting('threads')");
            string[] counts = threads switch
            {
                "both" => [all, "1"],
                "default" => [all],
                "1" => ["1"],
                _ => throw new FormatException($"--threads is \"{threads}\"; it must be 1, default or both."),
            };
            output.WriteLine(FormattableString.Invariant(
                $"{rows:n0} rows of ten columns, {raw / 1e6:n0} MB raw, seed {seed}; {rounds} interleaved rounds; DuckDB {duckdb.Query("select version()")}, {all} threads by default"));
            foreach (var codec in codecs)
            {
                Compare(duckdb, codec, folder, () => SampleRows.Generate(rows, seed), raw, rounds, counts, output);
            }

            output.WriteLine(FormattableString.Invariant($"peak memory of this process, runtime and generator included: {PeakMegabytes():n0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.FromResult(0);
    }

    private static void Compare(
        DuckDb duckdb, CompressionCodec codec, string folder, Func<IEnumerable<SampleRow>> rows, long raw, int rounds, string[] threads, TextWriter output)
    {
        var ours = Path.Combine(folder, "ours.parquet");
        var theirs = Path.Combine(folder, "duckdb.parquet");
        var copy = $"copy t to '{theirs}' (format parquet, compression {DuckDbCodec(codec)})";
        List<Contestant> contestants = [new("synthfarm", () => SampleWriter.Write(ours, codec, rows()))];
        contestants.AddRange(threads.Select(n => new Contestant($"duckdb, {n} {(n == "1" ? "thread" : "threads")}", () =>
        {
            duckdb.Run("set threads = " + n);
            return duckdb.Run(copy);
        })));
        SampleWriter.Write(ours, codec, rows().Take(WarmUpRows));
        var samples = Rounds.Run(contestants, rounds, warmUp: false);

        output.WriteLine();
        output.WriteLine($"{codec.ToString().ToLowerInvariant()}{codec switch { CompressionCodec.Zstd => ", level 3", CompressionCodec.Gzip => ", ours level 6, DuckDB's its only one", _ => "" }}");
        output.WriteLine("                      MB/CPU-s   MB/s wall   CPU, ours = 1   wall, ours = 1");
        for (var i = 0; i < contestants.Count; i++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contestants[i].Name,-20} {raw / 1e6 / Rounds.Median(samples[i].Select(s => s.Cpu)),9:f1} {raw / 1e6 / Rounds.Median(samples[i].Select(s => s.Wall)),11:f1} {Rounds.MedianRatio(samples[0], samples[i], s => s.Cpu),15:f2} {Rounds.MedianRatio(samples[0], samples[i], s => s.Wall),16:f2}"));
        }

        long ourSize = new FileInfo(ours).Length, theirSize = new FileInfo(theirs).Length;
        output.WriteLine(FormattableString.Invariant($"file: {ourSize / 1e6:f1} MB, DuckDB's {theirSize / 1e6:f1} MB, ratio {(double)ourSize / theirSize:f3}"));
        output.WriteLine(Difference(duckdb, ours) is { } difference
            ? "READ BACK DIFFERS: " + difference
            : "read back by DuckDB: count and the checksum of every column, row numbers included, are those of its table");
        output.Flush();
    }

    private static string DuckDbCodec(CompressionCodec codec) => codec switch
    {
        CompressionCodec.Zstd => "zstd, compression_level 3",
        CompressionCodec.Gzip => "gzip",
        _ => "uncompressed",
    };

    private static long Load(DuckDb duckdb, string path, int rows, ulong seed)
    {
        var raw = ExchangeFile.Write(path, SampleRows.Generate(rows, seed));
        duckdb.Run($"create table t as select * from read_json('{path}', format = 'newline_delimited', columns = {{{SampleRows.DuckDbColumns}}})");
        File.Delete(path);
        return raw;
    }

    /// <summary>The first column whose checksum in the file is not that of the table, or null.</summary>
    private static string? Difference(DuckDb duckdb, string path)
    {
        string[] columns = [.. SampleRows.Map.Schema.Fields.Select(f => f.Name)];
        var sums = string.Join(" || ' ' || ", columns.Select(c => $"'{c}=' || sum(hash(n, {c}))").Prepend("'rows=' || count(*)"));
        var expected = duckdb.Query($"select {sums} from (select rowid as n, * from t)").Split(' ');
        var found = duckdb.Query($"select {sums} from (select file_row_number as n, * from read_parquet('{path}', file_row_number = true))").Split(' ');
        return found.Except(expected).FirstOrDefault();
    }

    private static CompressionCodec[] Codecs(string text) => text switch
    {
        "both" => [CompressionCodec.Zstd, CompressionCodec.Gzip],
        "zstd" => [CompressionCodec.Zstd],
        "gzip" => [CompressionCodec.Gzip],
        "none" => [CompressionCodec.None],
        _ => throw new FormatException($"--codec is \"{text}\"; it must be zstd, gzip, none or both."),
    };

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
