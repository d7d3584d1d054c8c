using System.Security.Cryptography;
using System.Text;
using SynthFarm.Core.Randomness;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Farm.Tests.ProblemFiles;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1@0:a")]
    [InlineData("a\n", "1@0:a")]
    [InlineData("a\r\nb", "1@0:a 2@3:b")]
    [InlineData("\n\nx\n", "1@0: 2@1: 3@2:x")]
    [InlineData("a\rb\n\r\n", "1@0:a\rb 2@4:")]
    public void Lines_end_at_line_feeds(string text, string expected) => Assert.Equal(expected, Describe(text, 100));

    [Theory]
    [InlineData("12345678\n123456789\n1\n", "1@0:12345678 2@9:(9) 3@19:1")]
    [InlineData("12345678\r\n123456789\r\n", "1@0:12345678 2@10:(9)")]
    [InlineData("123456789", "1@0:(9)")]
    public void Of_a_line_that_is_too_long_only_the_length_is_kept(string text, string expected) => Assert.Equal(expected, Describe(text, 8));

    [Fact]
    public void Blank_lines_and_the_byte_order_mark_are_told()
    {
        using var stream = new MemoryStream("\uFEFF \t\r\n\uFEFFa\n\n\r\r\n123456789\n"u8.ToArray());
        using var reader = new LineReader(stream, 8);
        Assert.Equal(
            [(1, true, false, " \t"), (2, false, false, "\uFEFFa"), (3, true, false, ""), (4, true, false, "\r"), (5, false, true, "")],
            reader.Read().Select(line => (line.Number, line.IsBlank, line.IsTooLong, Encoding.UTF8.GetString(line.Text.Span))));
    }

    [Fact]
    public void Lines_of_every_length_come_whole_whatever_the_stream_hands_out()
    {
        var random = new StableRandom(3);
        var lines = Enumerable.Range(0, 300).Select(i => new string((char)('a' + (i % 26)), random.Next(2000))).ToList();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        using var stream = new DripStream(bytes, random);
        using var reader = new LineReader(stream, 4000);
        Assert.Equal(lines, reader.Read().Select(line => Encoding.UTF8.GetString(line.Bytes.Span)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), reader.Sha256);
    }

    [Fact]
    public void Memory_stays_bounded_by_the_longest_line_allowed()
    {
        using var endless = new ZeroStream(200 << 20);
        using var reader = new LineReader(endless, 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(200L << 20, Assert.Single(reader.Read()).Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static string Describe(string text, int maxLineBytes)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var reader = new LineReader(stream, maxLineBytes);
        return string.Join(' ', reader.Read().Select(line =>
            $"{line.Number}@{line.Offset}:{(line.Length > maxLineBytes ? $"({line.Length})" : Encoding.UTF8.GetString(line.Bytes.Span))}"));
    }

    private sealed class DripStream(byte[] bytes, StableRandom random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + random.Next(700)));
    }

    private sealed class ZeroStream(long length) : MemoryStream
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, read).Clear();
            _left -= read;
            return read;
        }
    }
}
