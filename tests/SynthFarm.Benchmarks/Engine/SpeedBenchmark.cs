using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Gguf;
using SynthFarm.TestKit.Llama;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>
/// Prompts and decoding against llama.cpp, called directly, on the same random weights and tokens; in interleaved rounds, the logits
/// compared first. With one thread the figures are of processor time, which a busy machine disturbs least.
/// </summary>
internal sealed class SpeedBenchmark : IBenchmark
{
    private const string Pairs = "f32:f32,bf16:bf16,bf16:q8";

    public string Name => "engine-speed";

    public string Summary => "prompts and decoding against llama.cpp (--model 134m|tiny --pairs " + Pairs
        + " --threads 2 --prompt 512 --context 64 --batches 1,8,16,64 --steps 32 --rounds 5 --peer yes|no)";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        bool alone = arguments.Text("peer", "yes") == "no";
        if (!alone && LlamaLibrary.Missing is { } missing)
        {
            output.WriteLine(missing);
            return Task.FromResult(1);
        }

        var plan = new SpeedPlan(
            arguments.Number("threads", 2), arguments.Number("prompt", 512), arguments.Number("context", 64), arguments.Number("steps", 32),
            arguments.Number("rounds", 5), [.. arguments.Text("batches", "1,8,16,64").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))]);
        string model = arguments.Text("model", "134m");
        LlamaWeights weights = RandomWeights.Of(model == "tiny" ? RandomWeights.LlamaTiny : RandomWeights.Llama134M, seed: 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{model}: prompt of {plan.Prompt}, decoding {plan.Steps} tokens behind {plan.Context}; {plan.Threads} threads, {plan.Rounds} interleaved rounds"));
        output.WriteLine(plan.Threads == 1 ? "tokens per CPU-second" : "tokens per second");
        output.WriteLine("weights    peer      work          ours      peer   ratio   (least to most)");
        foreach (string pair in arguments.Text("pairs", Pairs).Split(','))
        {
            string[] types = pair.Split(':');
            WeightType ours = types[0] == "bf16" ? WeightType.BF16 : WeightType.F32;
            GgufType theirs = types[1] switch { "q8" => GgufType.Q8_0, "bf16" => GgufType.BF16, _ => GgufType.F32 };
            SpeedComparison.Run(weights, ours, alone ? null : theirs, plan, output);
        }

        return Task.FromResult(0);
    }
}
