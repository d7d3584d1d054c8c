using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Cli.Commands.Problems;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TinyModels;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>
/// Whole runs with the shipped models: whether a token of a tree is ever computed twice, with memory enough and with so little that prefixes are dropped; and what
/// a search makes of the decoder's raw speed, with a reward that costs nothing.
/// </summary>
internal sealed class TreeBenchmark : IBenchmark
{
    // About the middle of a countdown path.
    private const int Context = 64;

    public string Name => "engine-tree";

    public string Summary => "unique over computed tokens, and runs over raw decoding (--searches beam,best-of-n,mcts --problems 200 --concurrency 16 --memory 256,8 --rounds 5)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        string[] searches = arguments.Text("searches", "beam,best-of-n,mcts").Split(',');
        int count = arguments.Number("problems", 200), concurrency = arguments.Number("concurrency", 16), rounds = arguments.Number("rounds", 5);
        int[] memories = [.. arguments.Text("memory", "256,8").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        string[] problems = [.. new ProblemGeneration(ProblemFamilies.Countdown, (3, 4), FamilySplit.Train).Draw(count, new Seed(3)).Select(ProblemSerializer.ToLine)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} countdown problems, {concurrency} at a time"));
        output.WriteLine("search      keys and values   policy: unique   computed   ratio   evictions   reward: unique   computed   ratio   evictions");
        foreach (string search in searches)
            foreach (int memory in memories)
            {
                using var run = new TreeRun();
                await run.RunAsync(problems, search, concurrency, (long)memory << 20, withReward: true).ConfigureAwait(false);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{search,-12} {memory,11} MiB {run.Unique.Policy,16} {run.Policy.PositionsComputed,10} {(double)run.Unique.Policy / run.Policy.PositionsComputed,7:f4} {run.Policy.Evictions,11} {run.Unique.Reward,16} {run.Reward.PositionsComputed,10} {(double)run.Unique.Reward / run.Reward.PositionsComputed,7:f4} {run.Reward.Evictions,11}"));
            }

        await CompareAsync(searches[0], problems, concurrency, rounds, output).ConfigureAwait(false);
        return 0;
    }

    private static async Task CompareAsync(string search, string[] problems, int concurrency, int rounds, TextWriter output)
    {
        List<double> wall = [], cpu = [];
        for (int round = 0; round <= rounds; round++)
        {
            using var run = new TreeRun();
            await run.RunAsync(problems, search, concurrency, 256L << 20, withReward: false).ConfigureAwait(false);
            int width = (int)Math.Max(1, run.Policy.PositionsComputed / run.Policy.Passes);
            Sample raw = Raw(width);
            // The first round warms both up.
            if (round > 0)
            {
                wall.Add(run.Policy.PositionsComputed / run.Wall * raw.Wall);
                cpu.Add(run.Policy.PositionsComputed / run.Cpu * raw.Cpu);
            }
            else
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{search} without a reward model: {width} tokens a pass; raw decoding at that width behind {Context} tokens"));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"positions per second, run over raw: {Rounds.Median(wall):f2} ({wall.Min():f2} to {wall.Max():f2}); per CPU-second {Rounds.Median(cpu):f2} ({cpu.Min():f2} to {cpu.Max():f2})"));
    }

    /// <summary>What one token costs when so many sequences are decoded and nothing else is done.</summary>
    private static Sample Raw(int width)
    {
        const int Steps = 64;
        LlamaWeights weights = LlamaWeights.Load(TinyModelFiles.Policy);
        using var runner = new EngineRunner(weights, WeightType.F32, 2, width * (Context + Steps + 32));
        runner.Begin([.. Enumerable.Range(0, width).Select(i => Enumerable.Range(i, Context).Select(token => token % weights.Config.VocabularySize).ToArray())]);
        Contestant decode = Contestant.InProcess("raw", () => runner.Decode(Steps));
        Sample sample = Rounds.Run([decode], 5)[0].OrderBy(s => s.Wall).ElementAt(2);
        return new Sample(sample.Wall / (width * Steps), sample.Cpu / (width * Steps));
    }
}
