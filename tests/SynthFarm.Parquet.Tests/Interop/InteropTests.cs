using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Parquet.Tests.Interop;

public sealed class InteropTests : IDisposable
{
    /// <summary>DuckDB, hyparquet and parquet-wasm.</summary>
    private const int Readers = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("synthfarm-interop-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_written_here_have_the_same_values_in_every_reader()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        for (var seed = 0; seed < 16; seed++)
        {
            var random = new RandomRows(seed);
            var schema = random.Schema(depth: 3);
            var options = new ParquetWriterOptions
            {
                Compression = Codecs[seed % Codecs.Length],
                PageRows = seed % 2 == 0 ? 7 : 20_000,
                RowGroupRows = seed % 3 == 0 ? 50 : 100_000,
                DictionaryBytes = seed % 4 == 0 ? 0 : 1 << 20,
            };
            File.WriteAllBytes(Path.Combine(folder, $"random-{seed:00}.parquet"), Files.Write(schema, random.Rows(schema, 12 * seed), options));
        }

        AssertEqualInAllReaders(NodeScripts.Run("read-parquet.mjs", folder), files: 16);
    }

    [Fact]
    public void Corpus_rows_have_the_same_values_in_every_reader()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        foreach (var codec in Codecs)
        {
            File.WriteAllBytes(
                Path.Combine(folder, $"corpus-{codec}.parquet"),
                Files.Write(CorpusRows.Schema, CorpusRows.Rows(600, seed: 3), new ParquetWriterOptions { Compression = codec, PageBytes = 1 << 16, RowGroupRows = 400 }));
        }

        AssertEqualInAllReaders(NodeScripts.Run("read-parquet.mjs", folder), files: Codecs.Length);
    }

    [Fact]
    public void Files_written_by_duckdb_have_the_same_values_here()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        NodeScripts.Run("write-parquet.mjs", folder);
        if (!Zstd.IsAvailable)
        {
            foreach (var file in Directory.GetFiles(folder, "*zstd*")) File.Delete(file);
        }

        AssertEqualInAllReaders(NodeScripts.Run("read-parquet.mjs", folder), files: Zstd.IsAvailable ? 10 : 8);
    }

    [Fact]
    public void Files_written_by_parquet_wasm_have_the_same_values_here()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        NodeScripts.Run("write-parquet-wasm.mjs", folder);
        if (!Zstd.IsAvailable)
        {
            foreach (var file in Directory.GetFiles(folder).Where(f => f.Contains("zstd") || f.Contains("encodings"))) File.Delete(file);
        }

        AssertEqualInAllReaders(NodeScripts.Run("read-parquet.mjs", folder), files: Zstd.IsAvailable ? 12 : 8);
    }

    [Fact]
    public void Files_at_the_edges_have_the_same_values_in_every_reader()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        var options = new ParquetWriterOptions { Compression = Codecs[^1] };
        foreach (var (name, schema, rows) in EdgeFiles.All())
        {
            using var writer = ParquetWriter.Create(Path.Combine(folder, name + ".parquet"), schema, options);
            foreach (var row in rows) writer.Write(row);
            writer.Finish();
        }

        AssertEqualInAllReaders(NodeScripts.Run("read-parquet.mjs", folder), files: EdgeFiles.All().Count());
        Assert.All(NodeScripts.Run("check-pages.mjs", folder), line => Assert.Empty(PageReport.Parse(line).Faults));
    }

    private static CompressionCodec[] Codecs
        => Zstd.IsAvailable ? [CompressionCodec.Gzip, CompressionCodec.None, CompressionCodec.Zstd] : [CompressionCodec.Gzip, CompressionCodec.None];

    private void AssertEqualInAllReaders(string[] lines, int files)
    {
        Assert.Equal(Readers * files, lines.Length);
        foreach (var theirs in lines.Select(FileHashes.Parse))
        {
            var ours = FileHashes.Of(folder, theirs.File);
            Assert.Equal(theirs with { Reader = ours.Reader }, ours);
        }
    }
}
