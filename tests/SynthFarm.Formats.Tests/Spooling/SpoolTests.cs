using System.Text;
using SynthFarm.Core.Randomness;
using SynthFarm.Formats.Spooling;
using SynthFarm.Formats.Tests.Support;

namespace SynthFarm.Formats.Tests.Spooling;

public class SpoolTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void Entries_come_out_sorted_and_whole_and_nothing_is_left(int count)
    {
        using var folder = new TemporaryFolder();
        var random = new Seed(3).CreateRandom();
        var entries = Enumerable.Range(0, count).Select(i => ((UInt128)random.Next(count / 3 + 1), (long)i, new string('x', random.Next(300)))).ToList();
        using (var spool = new Spool(folder["spool"], bufferBytes: 4096))
        {
            foreach (var (key, sequence, text) in entries)
            {
                spool.Add(key, sequence, Encoding.UTF8.GetBytes(text));
            }

            var sorted = spool.Sorted().Select(entry => (entry.Key, entry.Sequence, Encoding.UTF8.GetString(entry.Payload.Span))).ToList();
            Assert.Equal(entries.OrderBy(entry => entry.Item1).ThenBy(entry => entry.Item2), sorted);
        }

        Assert.Empty(folder.Entries);
    }
}
