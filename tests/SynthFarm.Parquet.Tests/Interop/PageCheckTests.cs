using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Parquet.Tests.Interop;

/// <summary>Checksums and page index, judged by a script that shares no code with the writer.</summary>
public sealed class PageCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synthfarm-pages-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(CompressionCodec.None)]
    [InlineData(CompressionCodec.Gzip)]
    [InlineData(CompressionCodec.Zstd)]
    public void Every_page_has_a_true_checksum_and_a_place_in_the_index(CompressionCodec codec)
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        Assert.SkipWhen(codec == CompressionCodec.Zstd && !Zstd.IsAvailable, "libzstd is not installed");
        Write("corpus", codec);

        var report = PageReport.Parse(Assert.Single(NodeScripts.Run("check-pages.mjs", folder)));

        Assert.Empty(report.Faults);
        Assert.InRange(report.Pages, 100, 10_000);
        Assert.Equal("""[{"key":"schema","value":"sft/1"}]""", report.KeyValues);
    }

    [Fact]
    public void Flipped_bit_of_a_page_is_found_by_script_and_reader()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        Write("corpus", CompressionCodec.None);
        var path = Path.Combine(folder, "corpus.parquet");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("</think>"u8)] ^= 1;
        File.WriteAllBytes(path, bytes);

        var report = PageReport.Parse(Assert.Single(NodeScripts.Run("check-pages.mjs", folder)));

        Assert.Contains("has checksum", Assert.Single(report.Faults), StringComparison.Ordinal);
        using var reader = Files.Open(bytes);
        Assert.Contains("checksum", Assert.Throws<ParquetFormatException>(() => reader.Rows().Count()).Message, StringComparison.Ordinal);
    }

    private void Write(string name, CompressionCodec codec)
        => File.WriteAllBytes(
            Path.Combine(folder, name + ".parquet"),
            Files.Write(CorpusRows.Schema, CorpusRows.Rows(600, seed: 5), new ParquetWriterOptions
            {
                Compression = codec, PageRows = 50, RowGroupRows = 250, KeyValues = [new("schema", "sft/1")],
            }));
}
