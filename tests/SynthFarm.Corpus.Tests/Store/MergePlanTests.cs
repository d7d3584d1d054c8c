using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Tests.Store;

public sealed class MergePlanTests
{
    private const long Kib = 1024;
    private static readonly LiveCorpusOptions _four = new() { MergeParts = 4 };

    public static TheoryData<string, string> Plans => new()
    {
        { "", "none" },
        { "10 10 10", "none" },
        { "10 10 10 10", "0+4" },
        { "10 10 10 10 10 10", "0+4" },
        { "900 10 10 10 10", "1+4" },
        { "900 10 10 10", "none" },
        { "60 1 1 1", "none" },
        { "60 20 20 20 1", "0+4" },
        { "900 900 900 900 10 10 10", "0+4" },
        { "900 900 10 10 10 10 900", "2+4" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Neighbours_of_like_size_are_merged(string kibibytes, string expected)
    {
        var parts = Parts(kibibytes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(size => long.Parse(size) * Kib));
        var plan = MergePlan.Next(parts, _four) is var (start, count) ? $"{start}+{count}" : "none";
        Assert.Equal(expected, plan);
    }

    [Fact]
    public void Parts_that_would_grow_too_large_are_left()
    {
        var options = new LiveCorpusOptions { MergeParts = 2, MaxPartBytes = 1000 * Kib };
        Assert.Equal((0, 2), MergePlan.Next(Parts([400 * Kib, 400 * Kib, 400 * Kib]), options));
        Assert.Null(MergePlan.Next(Parts([501 * Kib, 501 * Kib, 501 * Kib]), options));
        Assert.Null(MergePlan.Next(Parts([501 * Kib, 300 * Kib, 700 * Kib]), options));
    }

    [Fact]
    public void Without_merging_nothing_is_planned()
        => Assert.Null(MergePlan.Next(Parts(Enumerable.Repeat(Kib, 500)), new LiveCorpusOptions { MergeParts = 0 }));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(16, 3)]
    [InlineData(64, 4)]
    public void However_the_commits_are_there_are_few_parts_and_little_is_written_twice(int mergeParts, ulong seed)
    {
        var options = new LiveCorpusOptions { MergeParts = mergeParts, MaxPartBytes = 64 << 20 };
        var random = new Seed(seed).CreateRandom();
        var parts = new List<LivePart>();
        var (written, committed, most) = (0.0, 0.0, 0);
        for (var commit = 1; commit <= 3000; commit++)
        {
            var size = (long)Math.Exp(Math.Log(Kib) + (random.NextDouble() * Math.Log(1000)));
            committed += size;
            parts.Add(Part(commit, commit, size));
            while (MergePlan.Next(parts, options) is var (start, count))
            {
                var merged = Part(parts[start].FirstSequence, parts[start + count - 1].Sequence, parts.Skip(start).Take(count).Sum(p => p.Bytes));
                Assert.True(merged.Bytes <= options.MaxPartBytes);
                written += merged.Bytes;
                parts.RemoveRange(start, count);
                parts.Insert(start, merged);
            }

            most = Math.Max(most, parts.Count);
        }

        Assert.Equal(3000, parts.Sum(p => p.Sequence - p.FirstSequence + 1));
        Assert.True(most <= (1.5 * mergeParts) + 24, $"{most} parts");
        Assert.True(written <= committed * 8, $"{written / committed:F1} times");
    }

    private static List<LivePart> Parts(IEnumerable<long> sizes) => [.. sizes.Select((size, i) => Part(i + 1, i + 1, size))];

    private static LivePart Part(long first, long last, long bytes) => new()
    {
        Sequence = last,
        First = first == last ? null : first,
        Problems = new FileEntry($"corpus/problems/part-{last}.parquet", bytes / 4, ""),
        Trees = new FileEntry($"trees/part-{last}.parquet", bytes - (bytes / 4), ""),
    };
}
