using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Llama;
using SynthFarm.TestKit.Models;
using SynthFarm.TinyModels;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>How far the engine and llama.cpp agree: the shipped policy, and random weights of 134 million values as Llama and as Qwen2.</summary>
internal sealed class AgreementBenchmark : IBenchmark
{
    public string Name => "engine-agreement";

    public string Summary => "logits and most likely tokens against llama.cpp in float32 (--sequences 200 --tokens 64 --seed 1 --model all|tiny|llama|qwen2)";

    public Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        int sequences = arguments.Number("sequences", 200), tokens = arguments.Number("tokens", 64), seed = arguments.Number("seed", 1);
        string model = arguments.Text("model", "all");
        if (LlamaLibrary.Missing is { } missing)
        {
            output.WriteLine(missing);
            return Task.FromResult(1);
        }

        output.WriteLine("model    weights   positions  same most likely token  largest error / largest logit");
        foreach ((string name, Func<IModelWeights> weights) in Models(seed))
            if (model == "all" || model == name)
                Report(output, name, weights(), sequences, tokens, seed);
        return Task.FromResult(0);
    }

    private static IEnumerable<(string Name, Func<IModelWeights> Weights)> Models(int seed) =>
    [
        ("tiny", () => LlamaWeights.Load(TinyModelFiles.Policy)),
        ("llama", () => RandomWeights.Of(RandomWeights.Llama134M, seed)),
        ("qwen2", () => RandomWeights.Of(RandomWeights.Qwen134M, seed)),
    ];

    private static void Report(TextWriter output, string name, IModelWeights weights, int sequences, int tokens, int seed)
    {
        var random = new Random(seed);
        int[][] given = [.. Enumerable.Range(0, sequences).Select(_ =>
            Enumerable.Range(0, tokens).Select(_ => random.Next(weights.Config.VocabularySize)).ToArray())];
        Agreement agreement = LlamaAgreement.Of(weights, given, WeightType.F32);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-8} {"float32",-8} {agreement.Positions,10} {agreement.SameToken,14} ({agreement.SameShare:P2}) {agreement.LargestError,21:E2}"));
    }
}
