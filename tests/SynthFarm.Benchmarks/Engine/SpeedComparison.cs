using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Gguf;
using SynthFarm.TestKit.Llama;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>One weight type of ours against one of llama.cpp's.</summary>
internal static class SpeedComparison
{
    public static void Run(LlamaWeights weights, WeightType ours, GgufType? theirs, SpeedPlan plan, TextWriter output)
    {
        var random = new Random(7);
        int[] prompt = Tokens(plan.Prompt);
        using GgufCopy? copy = theirs is { } written ? new GgufCopy(weights, written) : null;
        if (copy is not null)
            Check(weights, ours, copy.Path, theirs, prompt, plan, output);
        using var engine = new EngineRunner(weights, ours, plan.Threads, plan.Positions);
        Report("prompt", plan.Prompt, RunnerOf(1), runner => runner.Prompt(prompt));
        foreach (int batch in plan.Batches)
        {
            int[][] prefixes = [.. Enumerable.Range(0, batch).Select(_ => Tokens(plan.Context))];
            engine.Begin(prefixes);
            LlamaRunner? peer = RunnerOf(batch);
            peer?.Begin(prefixes);
            Report($"decode x{batch}", batch * plan.Steps, peer, runner => runner.Decode(plan.Steps));
        }

        int[] Tokens(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(weights.Config.VocabularySize))];

        LlamaRunner? RunnerOf(int sequences) => copy is not null
            ? new LlamaRunner(
                copy.Path, plan.Threads, Math.Max(plan.Prompt, sequences * (plan.Context + plan.Steps + 16)), sequences,
                Math.Max(plan.Prompt, plan.Context), exact: false)
            : null;

        void Report(string work, int tokens, LlamaRunner? peer, Action<ISpeedRunner> round)
        {
            using (peer)
            {
                List<Contestant> contestants = [Contestant.InProcess("ours", () => round(engine))];
                if (peer is not null)
                    contestants.Add(Contestant.InProcess("peer", () => round(peer)));
                var samples = Rounds.Run(contestants, plan.Rounds);
                Func<Sample, double> time = plan.Threads == 1 ? sample => sample.Cpu : sample => sample.Wall;
                double[] rates = [.. samples.Select(of => tokens / Rounds.Median(of.Select(time)))];
                string line = string.Create(CultureInfo.InvariantCulture, $"{ours,-10} {theirs?.ToString() ?? "-",-8} {work,-11} {rates[0],8:f0}");
                if (peer is not null)
                {
                    double[] ratios = [.. samples[0].Zip(samples[1], (a, b) => time(b) / time(a))];
                    line += string.Create(CultureInfo.InvariantCulture, $" {rates[1],9:f0} {Rounds.Median(ratios),7:f2}   ({ratios.Min():f2} to {ratios.Max():f2})");
                }

                output.WriteLine(line);
                output.Flush();
            }
        }
    }

    /// <summary>Says how far the logits behind the prompt are apart, in parts of the largest.</summary>
    private static void Check(LlamaWeights weights, WeightType ours, string path, GgufType? theirs, int[] prompt, SpeedPlan plan, TextWriter output)
    {
        using var engine = new EngineRunner(weights, ours, plan.Threads, plan.Prompt);
        using var peer = new LlamaRunner(path, plan.Threads, plan.Prompt, sequences: 1, plan.Prompt, exact: true);
        double difference = Logits.Difference(engine.Prompt(prompt), peer.Prompt(prompt));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours,-10} {theirs,-8} logits differ by {difference:E1} of the largest"));
    }
}
