using System.Text;
using SynthFarm.Cli.Commands.Verify;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Cli.Tests.Verify;

public class JsonLinesTests
{
    [Fact]
    public void Read_gives_every_line_that_is_not_blank_whatever_the_size_of_the_reads()
    {
        var random = new StableRandom(3);
        for (var round = 0; round < 50; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 30)).Select(_ => new string('x', random.Next(200))).ToList();
            var text = string.Join('\n', lines) + (random.Next(2) == 0 ? "\n" : "");

            using var stream = new TricklingStream(Encoding.UTF8.GetBytes(text), random);
            var read = JsonLines.Read(stream).Select(line => (line.Number, Encoding.UTF8.GetString(line.Require().Span))).ToList();

            Assert.Equal(lines.Select((line, i) => (i + 1L, line)).Where(pair => pair.line.Length > 0), read);
        }
    }

    [Fact]
    public void Read_reports_a_line_that_is_too_long_and_goes_on()
    {
        var text = new string('y', (2 * JsonLines.MaxLineBytes) + 7) + "\nshort\n" + new string('z', JsonLines.MaxLineBytes) + "\n" + new string('z', JsonLines.MaxLineBytes + 1);

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var read = JsonLines.Read(stream).Select(line => (line.Number, line.Bytes?.Length)).ToList();

        Assert.Equal([(1L, (int?)null), (2L, 5), (3L, JsonLines.MaxLineBytes), (4L, null)], read);
    }

    private sealed class TricklingStream(byte[] bytes, StableRandom random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 50)));
    }
}
