using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Core.Hygiene.Contamination;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Benchmarks.Hygiene;

/// <summary>Decontamination against a large benchmark: speed, memory per 8-gram, and whether all planted quotations are found.</summary>
internal sealed class DecontaminationBenchmark : IBenchmark
{
    public string Name => "decontamination";

    public string Summary => "word 8-grams: --items 10000 --problems 100000 --rounds 3 --seed 7";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        var (items, problems, rounds) = (arguments.Number("items", 10_000), arguments.Number("problems", 100_000), arguments.Number("rounds", 3));
        var random = new StableRandom((ulong)arguments.Number("seed", 7));
        var grammar = new WordProblemGrammar(random);
        var benchmark = Enumerable.Range(0, items).Select(_ => Shuffled(grammar.Next(), random)).ToList();
        var quoted = 0;
        var texts = Enumerable.Range(0, problems).Select(i => i % 100 == 0 ? Quoting(grammar.Next(), benchmark[quoted++ % items], random) : grammar.Next()).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new BenchmarkIndex("bench");
        for (var i = 0; i < items; i++)
        {
            index.Add($"{i}", benchmark[i]);
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        List<int> found = [];
        var contestant = Contestant.InProcess("find", () => found = [.. Enumerable.Range(0, problems).Where(i => index.Find(texts[i]) is not null)]);
        var samples = Rounds.Run([contestant], rounds)[0];
        Line(output, $"{items:N0} items with {index.Runs:N0} different 8-grams: {(double)bytes / index.Runs:F0} bytes each");
        Line(output, $"{problems / Rounds.Median(samples.Select(s => s.Wall)):N0} problems/s on one thread, {1e6 * Rounds.Median(samples.Select(s => s.Cpu)) / problems:F1} us of processor time each (median of {rounds})");
        Line(output, $"{found.Count(i => i % 100 == 0):N0} of {quoted:N0} problems that quote 8 words of an item are found, and {found.Count(i => i % 100 != 0):N0} others");
        return Task.FromResult(0);
    }

    private static string Shuffled(string text, StableRandom random)
    {
        var words = text.Split(' ');
        random.Shuffle(words.AsSpan());
        return string.Join(' ', words);
    }

    /// <summary>A text with eight words of another in the middle.</summary>
    private static string Quoting(string text, string item, StableRandom random)
    {
        var (words, other) = (text.Split(' ').ToList(), item.Split(' '));
        var from = random.Next(other.Length - BenchmarkIndex.WordsInRun + 1);
        words.InsertRange(words.Count / 2, other.AsSpan(from, BenchmarkIndex.WordsInRun).ToArray());
        return string.Join(' ', words);
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
