using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Gguf;
using SynthFarm.TestKit.Llama;

namespace SynthFarm.Inference.Tests.Decoding;

/// <summary>Small models of each family against llama.cpp.</summary>
public class LlamaAgreementTests
{
    /// <summary>Blocks of Q8_0 have 32 values, so all widths are multiples of it.</summary>
    private static readonly LlamaConfig Blocks = TestModels.Even with { HiddenSize = 128, Heads = 4, KeyValueHeads = 2, Layers = 2 };

    private static readonly Dictionary<string, LlamaConfig> Models = new()
    {
        ["odd"] = TestModels.Odd,
        ["tied"] = TestModels.Even,
        ["biased llama"] = TestModels.Odd with { QueryKeyValueBias = true, AttentionOutputBias = true },
        ["mistral"] = TestModels.Odd with { Family = ModelFamily.Mistral },
        ["qwen2"] = TestModels.Even with { Family = ModelFamily.Qwen2, QueryKeyValueBias = true },
        ["qwen3"] = TestModels.Odd with { Family = ModelFamily.Qwen3, QueryKeyNorm = true },
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Logits_are_those_of_llama_cpp(string name)
    {
        Assert.SkipWhen(LlamaLibrary.Missing is not null, LlamaLibrary.Missing ?? "");
        LlamaWeights weights = TestModels.Random(Models[name], 17);
        Agreement agreement = LlamaAgreement.Of(weights, Sequences(weights.Config));
        Assert.InRange(agreement.LargestError, 0, 1e-4);
        Assert.InRange(agreement.SameShare, 0.995, 1);
    }

    [Theory]
    [InlineData(GgufType.F16, 2e-2)]
    [InlineData(GgufType.BF16, 2e-2)]
    [InlineData(GgufType.Q8_0, 5e-2)]
    public void Shorter_types_are_written_as_llama_cpp_reads_them(GgufType type, double bound)
    {
        Assert.SkipWhen(LlamaLibrary.Missing is not null, LlamaLibrary.Missing ?? "");
        Agreement agreement = LlamaAgreement.Of(TestModels.Random(Blocks, 18), Sequences(Blocks), WeightType.F32, type);
        Assert.InRange(agreement.LargestError, 1e-6, bound);
    }

    [Fact]
    public void A_file_that_llama_cpp_refuses_is_an_error_with_its_complaint()
    {
        Assert.SkipWhen(LlamaLibrary.Missing is not null, LlamaLibrary.Missing ?? "");
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            GgufWriter.Write(path, [new("general.architecture", "llama")], []);
            Assert.Contains("llama.context_length", Assert.Throws<InvalidOperationException>(() => new LlamaPeer(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int[][] Sequences(LlamaConfig config) => [.. Enumerable.Range(0, 8).Select(seed => TestModels.Tokens(config, 64, seed))];
}
