using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Benchmarks.Selection;

/// <summary>Plans selections of rows made by a seed: time, memory for each row, and the cost of the topics' order.</summary>
internal sealed class SelectionBenchmark : IBenchmark
{
    private static readonly string[] _words = ["let", "x", "be", "the", "sum", "of", "angles", "prime", "divide", "by", "square", "root", "then", "so", "+", "-", "*", "="];

    public string Name => "selection";

    public string Summary => "plans of a selection: CPU-seconds, bytes per row, cost of the topics' order (--rows, --topics)";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        var (count, topics) = (arguments.Number("rows", 200_000), arguments.Number("topics", 40));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rows = Rows(count, topics);
        var read = GC.GetTotalMemory(forceFullCollection: true);
        Print(output, $"{count:N0} rows, {topics} topics: {(read - before) / count} bytes a candidate");

        Plan("defaults", new());
        Plan("a tenth", new() { Budget = new() { Rows = count / 10 }, Mixture = new() { Proportions = TopicProportions.Uniform } });
        Plan("a tenth, diverse", new() { Budget = new() { Rows = count / 10 }, Mixture = new() { Proportions = TopicProportions.Uniform }, Diversity = new() { Weight = 0.5 } });
        GC.KeepAlive(rows);
        return Task.FromResult(0);

        void Plan(string name, SelectionOptions options)
        {
            SelectionPlan? plan = null;
            var sample = Contestant.InProcess(name, () => plan = SelectionPlanner.Plan(rows, [], options)).Round();
            var bytes = (GC.GetTotalMemory(forceFullCollection: true) - read) / count;
            var order = plan!.Report.Curriculum;
            Print(output, $"{name,-18} {sample.Cpu,6:F1} CPU-seconds, {bytes,4} bytes a row in the plan, {plan.Report.After.Rows:N0} rows; topics in order {order.Cost:F3}, nearest neighbour {order.NearestNeighbourCost:F3}, random {order.RandomCost:F3}");
        }
    }

    /// <summary>Each topic has its own mixture of words; texts of 40 words.</summary>
    private static List<SelectionCandidate> Rows(int count, int topics)
    {
        var random = new Seed(1).CreateRandom();
        var reader = new TextFeatureReader([], []);
        var mixtures = Enumerable.Range(0, topics).Select(_ => Enumerable.Range(0, 8).Select(_ => _words[random.Next(_words.Length)]).ToArray()).ToList();
        var names = Enumerable.Range(0, topics).Select(t => $"topic {t:D3}").ToList();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var topic = random.Next(topics);
            var text = string.Join(' ', Enumerable.Range(0, 40).Select(_ => random.Next(5) == 0 ? $"{random.Next(1000)}" : mixtures[topic][random.Next(8)]));
            return new SelectionCandidate
            {
                RowId = $"{i:x32}",
                ProblemId = $"problem-{i:D8}",
                Topic = names[topic],
                TokenCount = 40,
                Draws = new DrawCounts(random.Next(17), 16),
                Reward = random.NextDouble(),
                Perplexity = 1 + random.NextDouble(),
                Text = reader.Read($"Problem {i}", text),
            };
        })];
    }

    private static void Print(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
