using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Prints distributions as bars; the longest has <see cref="Width"/> characters.</summary>
internal static class StatisticsHistograms
{
    private const int Width = 40;

    public static void Write(IEnumerable<KeyValuePair<string, Distribution>> distributions, TextWriter output)
    {
        foreach (var (name, distribution) in distributions.Where(d => d.Value.Count > 0))
        {
            var most = distribution.Buckets.Max(b => b.Count);
            output.WriteLine(TerminalText.Line(name));
            var ranges = distribution.Buckets.Select(b => b.From == b.To ? Count(b.From) : $"{Count(b.From)} to {Count(b.To)}").ToList();
            var (range, count) = (ranges.Max(r => r.Length), Count(most).Length);
            foreach (var (bucket, text) in distribution.Buckets.Zip(ranges))
            {
                var bar = new string('#', (int)Math.Max(1, (bucket.Count * Width) / most));
                output.WriteLine($"  {text.PadLeft(range)}  {Count(bucket.Count).PadLeft(count)}  {bar}");
            }

            output.WriteLine();
        }
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
