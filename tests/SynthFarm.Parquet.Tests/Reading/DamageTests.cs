using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Tests.Reading;

public sealed class DamageTests
{
    private static readonly ParquetSchema Schema = new(
        Column.String("id"),
        Column.Int32("n", optional: true),
        Column.Boolean("ok"),
        Column.List("messages", Column.Struct("element", Column.String("role"), Column.String("content", optional: true))),
        Column.List("scores", Column.Float("element"), optional: true));

    [Theory]
    [InlineData(CompressionCodec.None)]
    [InlineData(CompressionCodec.Gzip)]
    public void Every_flipped_byte_is_found_or_harmless(CompressionCodec codec)
    {
        var file = Sample(codec);
        using var whole = Files.Open(file);
        var expected = Files.Texts(whole.Rows());
        var harmless = 0;
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var flip in (byte[])[0x01, 0xFF])
            {
                var damaged = file.ToArray();
                damaged[at] ^= flip;
                if (!TryRead(damaged, out var rows)) continue;
                harmless++;
                if (HasTheSchema(damaged)) Assert.True(rows.SequenceEqual(expected), $"flip {flip:x2} at {at} gave other values");
            }
        }

        // Statistics, page index and created_by are not needed for reading, so some damage must pass.
        Assert.InRange(harmless, 1, file.Length);
    }

    [Fact]
    public void Every_flipped_byte_of_a_page_is_found()
    {
        var file = Sample(CompressionCodec.None);
        var page = Page(file);
        for (var at = page.Start.Value; at < page.End.Value; at++)
        {
            var damaged = file.ToArray();
            damaged[at] ^= 0x04;
            using var reader = Files.Open(damaged);
            var error = Assert.Throws<ParquetFormatException>(() => reader.Rows().Count());

            Assert.Contains("sample.parquet: column \"id\", page 0 at offset 4: the checksum is", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_truncation_is_an_error_of_the_format()
    {
        var file = Sample(CompressionCodec.Gzip);
        for (var length = 0; length < file.Length; length++) Assert.False(TryRead(file[..length], out _));
    }

    [Fact]
    public void Random_bytes_with_the_right_ends_are_an_error_of_the_format()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var file = new byte[random.Next(12, 400)];
            random.NextBytes(file);
            "PAR1"u8.CopyTo(file);
            "PAR1"u8.CopyTo(file.AsSpan(file.Length - 4));
            BitConverter.TryWriteBytes(file.AsSpan(file.Length - 8), random.Next(file.Length - 11));

            Assert.False(TryRead(file, out _));
        }
    }

    [Fact]
    public void Random_damage_never_ends_in_another_exception()
    {
        byte[][] samples = [Sample(CompressionCodec.None), Sample(CompressionCodec.Gzip)];
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var file = samples[seed % 2].ToArray();
            for (var i = random.Next(1, 6); i > 0; i--) file[random.Next(file.Length)] = (byte)random.Next(256);
            TryRead(file, out _);
        }
    }

    [Fact]
    public void Page_above_the_limit_is_refused()
    {
        var file = Files.Write(new ParquetSchema(Column.String("text")), [Files.Row("text", new string('x', 100_000))]);
        using var reader = Files.Open(file, new ParquetReaderOptions { MaxPageBytes = 50_000 });

        Assert.Contains("MaxPageBytes", Assert.Throws<ParquetFormatException>(() => reader.Rows().Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_of_more_entries_than_the_limit_is_refused()
    {
        var schema = new ParquetSchema(Column.List("xs", Column.Int32("element", optional: true)));
        var file = Files.Write(schema, [Files.Row("xs", new object?[100_000])]);
        using var reader = Files.Open(file, new ParquetReaderOptions { MaxEntriesPerRow = 99_999 });

        Assert.True(file.Length < 1000);
        Assert.Contains("MaxEntriesPerRow", Assert.Throws<ParquetFormatException>(() => reader.Rows().Count()).Message, StringComparison.Ordinal);
    }

    private static byte[] Sample(CompressionCodec codec)
    {
        var rows = Enumerable.Range(0, 12).Select(i => Files.Row(
            "id", $"problem-{i}", "n", i % 3 == 0 ? null : i % 4, "ok", i % 5 > 0,
            "messages", Enumerable.Range(0, i % 3).Select(k => Files.Row("role", k == 0 ? "user" : "assistant", "content", k == 0 ? $"q{i}" : null)).ToArray(),
            "scores", i % 4 == 0 ? null : new[] { 0.5f, i }));
        return Files.Write(Schema, rows, new ParquetWriterOptions { Compression = codec, CreatedBy = "test", PageRows = 8 });
    }

    /// <summary>Where the body of the first page of column "id" lies: behind its header, before the next column's first page.</summary>
    private static Range Page(byte[] file)
    {
        var reader = new Thrift.CompactReader(file.AsSpan(4));
        var header = Metadata.PageHeader.Read(ref reader);
        return (4 + reader.Position)..(4 + reader.Position + header.CompressedSize);
    }

    /// <summary>Whether names and types survived; the format does not protect the footer.</summary>
    private static bool HasTheSchema(byte[] file)
    {
        using var reader = Files.Open(file);
        return reader.Schema.Equals(Schema);
    }

    private static bool TryRead(byte[] file, out List<string> rows)
    {
        try
        {
            using var reader = Files.Open(file);
            rows = Files.Texts(reader.Rows());
            foreach (var leaf in (string[])["id", "n", "messages.role"])
            {
                if (reader.Schema.Equals(Schema)) Assert.All(reader.RowGroups, g => Assert.NotNull(g.Statistics(leaf)));
            }
            return true;
        }
        catch (ParquetFormatException)
        {
            rows = [];
            return false;
        }
    }
}
