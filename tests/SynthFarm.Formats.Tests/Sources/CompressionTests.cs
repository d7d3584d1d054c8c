using System.IO.Compression;
using System.Text;
using SynthFarm.Formats.Tests.Support;
using SynthFarm.Parquet.Compression;

namespace SynthFarm.Formats.Tests.Sources;

public class CompressionTests
{
    private static readonly string _text = "{\"question\":\"1+1?\",\"answer\":\"#### 2\"}\n{\"question\":\"2+2?\",\"answer\":\"#### 4\"}\n";

    [Fact]
    public async Task Gzip_of_several_members_is_read_through_whatever_the_name()
    {
        using var imports = new Imports();
        var lines = _text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var file = imports.Folder.Write("two-members", [.. Gzip(lines[0] + "\n"), .. Gzip(lines[1] + "\n")]);

        Assert.Equal(2, (await imports.RunAsync("gsm8k", file)).Problems);
    }

    [Fact]
    public async Task Zstd_frames_are_read_through_and_a_cut_one_is_named()
    {
        Assert.SkipUnless(Zstd.IsAvailable, "libzstd is not installed");
        using var imports = new Imports();
        var frame = ZstdFrame(Encoding.UTF8.GetBytes(_text));
        var whole = imports.Folder.Write("a.jsonl.zst", [.. frame, .. frame]);
        var cut = imports.Folder.Write("cut.zst", frame[..^3]);

        var report = await imports.RunAsync("gsm8k", whole);
        var faults = await imports.FaultsAsync("gsm8k", cut);

        Assert.Equal((4, 2, 2), (report.Read, report.Problems, report.Duplicates));
        Assert.Contains(faults, fault => fault.ToString() == $"{cut}: cannot be read to its end: The zstd data ends within a frame.");
    }

    private static byte[] Gzip(string text)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return result.ToArray();
    }

    /// <summary>A frame of one raw block (RFC 8878, section 3.1.1), so that no compressor is needed.</summary>
    private static byte[] ZstdFrame(byte[] content)
    {
        // Single segment with a content size of one byte; the block header holds last, raw and the size.
        var header = (content.Length << 3) | 1;
        return [0x28, 0xB5, 0x2F, 0xFD, 0x20, (byte)content.Length, (byte)header, (byte)(header >> 8), (byte)(header >> 16), .. content];
    }
}
