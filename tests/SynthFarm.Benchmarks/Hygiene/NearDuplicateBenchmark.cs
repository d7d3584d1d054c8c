using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Core.Problems;

namespace SynthFarm.Benchmarks.Hygiene;

/// <summary>Near-duplicate detection over word problems with planted near duplicates: speed, recall by true similarity, precision, memory.</summary>
internal sealed class NearDuplicateBenchmark : IBenchmark
{
    private const int BatchSize = 4096;

    private static readonly double[] Bounds = [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01];

    public string Name => "near-duplicates";

    public string Summary => "MinHash-LSH over generated word problems: --problems 200000 --workers 2 --rounds 3 --seed 7 --out FILE";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        var (count, workers, rounds) = (arguments.Number("problems", 200_000), arguments.Number("workers", 2), arguments.Number("rounds", 3));
        var options = new NearDuplicateOptions();
        var plan = BandPlan.For(options.Threshold);
        var set = new PlantedSet(count, (ulong)arguments.Number("seed", 7));
        var words = set.Texts.Average(text => text.Count(c => c == ' ') + 1);
        Line(output, $"{count:N0} problems of {words:F0} words, {set.Planted.Count:N0} edited copies, {set.OtherNumbers.Count:N0} copies with other numbers; {plan.Bands} bands of {plan.Rows} rows");
        if (arguments.Text("out", "") is { Length: > 0 } file)
        {
            // For timing the command on the same problems.
            File.WriteAllLines(file, set.Texts.Select((text, i) => ProblemSerializer.ToLine(Problem.Create(new ProblemFields { Id = $"{i}", Statement = text, Answer = "1" }))));
        }

        DuplicateFinder finder = null!;
        var contestant = Contestant.InProcess("find", () => finder = Find(set.Texts, options, workers));
        var samples = Rounds.Run([contestant], rounds)[0];
        Line(output, $"speed      {count / Rounds.Median(samples.Select(s => s.Wall)):N0} problems/s on {workers} threads, {1e6 * Rounds.Median(samples.Select(s => s.Cpu)) / count:F1} us of processor time each (median of {rounds})");
        Line(output, $"memory     {BytesOf(set.Texts, options, workers) / count:N0} bytes kept per problem; {finder.Compared:N0} pairs compared, {finder.PassedOver} passed over");
        Recall(set, finder, plan, output);
        Precision(set, finder, options, output);
        return Task.FromResult(0);
    }

    private static DuplicateFinder Find(List<string> texts, NearDuplicateOptions options, int workers)
    {
        var finder = new DuplicateFinder(options, workers);
        foreach (var batch in texts.Chunk(BatchSize))
        {
            finder.Add(batch);
        }

        return finder;
    }

    private static long BytesOf(List<string> texts, NearDuplicateOptions options, int workers)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var finder = Find(texts, options, workers);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(finder);
        return after - before;
    }

    private static void Recall(PlantedSet set, DuplicateFinder finder, BandPlan plan, TextWriter output)
    {
        output.WriteLine("recall     true Jaccard   pairs   found   expected of candidates");
        for (var i = 0; i + 1 < Bounds.Length; i++)
        {
            var pairs = set.Planted.Where(pair => pair.Jaccard >= Bounds[i] && pair.Jaccard < Bounds[i + 1]).ToList();
            if (pairs.Count > 0)
            {
                var found = pairs.Count(pair => AreOne(finder, pair));
                Line(output, $"           {Bounds[i]:F2} to {Math.Min(1, Bounds[i + 1]):F2}  {pairs.Count,8:N0}  {100.0 * found / pairs.Count,5:F1} %  {100 * pairs.Average(pair => plan.Recall(pair.Jaccard)),5:F1} %");
            }
        }

        var atThreshold = set.Planted.Where(pair => pair.Jaccard >= 0.8).ToList();
        Line(output, $"           0.8 and more: {100.0 * atThreshold.Count(pair => AreOne(finder, pair)) / atThreshold.Count:F2} % of {atThreshold.Count:N0}");
    }

    private static void Precision(PlantedSet set, DuplicateFinder finder, NearDuplicateOptions options, TextWriter output)
    {
        var reported = Enumerable.Range(0, finder.Count).Select(i => (Index: i, Found: finder.Find(i))).Where(entry => entry.Found is not null)
            .Select(entry => WordShingles.Jaccard(set.Texts[entry.Index], set.Texts[entry.Found!.Value.Via])).ToList();
        var right = reported.Count(jaccard => jaccard >= options.Threshold);
        Line(output, $"precision  {100.0 * right / Math.Max(1, reported.Count):F2} % of {reported.Count:N0} reported pairs have a true Jaccard of 0.8 or more; the lowest is {reported.DefaultIfEmpty(1).Min():F3}");
        Line(output, $"           {set.OtherNumbers.Count(pair => AreOne(finder, pair)):N0} of {set.OtherNumbers.Count:N0} copies with other numbers were taken for duplicates");
    }

    private static bool AreOne(DuplicateFinder finder, PlantedPair pair) => ClusterOf(finder, pair.Original) == ClusterOf(finder, pair.Copy);

    private static int ClusterOf(DuplicateFinder finder, int text) => finder.Find(text)?.First ?? text;

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
