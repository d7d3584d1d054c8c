using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Weights;

public sealed class LlamaWeightsTests : IDisposable
{
    private static readonly LlamaConfig Small = new()
    {
        HiddenSize = 8, Layers = 2, Heads = 4, KeyValueHeads = 2, HeadDim = 4, IntermediateSize = 12, VocabularySize = 10, MaxPositions = 32, EosTokenId = 3,
    };

    private readonly string directory = Directory.CreateTempSubdirectory("llama").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    public static TheoryData<LlamaConfig> Shapes() => [Small, Small with { TieWordEmbeddings = false }, Small with { Head = LlamaHead.Score }];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_saved_model_loads_with_equal_values_config_and_hash(LlamaConfig config)
    {
        LlamaWeights saved = Filled(config);
        saved.Save(directory);
        LlamaWeights loaded = LlamaWeights.Load(directory);
        Assert.Equal(config, loaded.Config);
        Assert.Equal(saved.Tensors.Keys.Order(), loaded.Tensors.Keys.Order());
        foreach ((string name, float[] values) in saved.Tensors) Assert.Equal(values, loaded[name]);
        Assert.Equal(saved.ContentHash(), loaded.ContentHash());
        loaded[LlamaTensors.FinalNorm][0] += 1;
        Assert.NotEqual(saved.ContentHash(), loaded.ContentHash());
    }

    [Fact]
    public void A_score_head_without_bias_reads_as_zero()
    {
        LlamaWeights model = Filled(Small with { Head = LlamaHead.Score });
        model.Save(directory);
        SafetensorsWriter.Write(
            Path.Combine(directory, "model.safetensors"),
            LlamaTensors.All(model.Config).Where(t => t.Name != LlamaTensors.ScoreBias).Select(t => new SafetensorsTensor(t.Name, t.Shape, model[t.Name])));
        Assert.Equal([0f], LlamaWeights.Load(directory)[LlamaTensors.ScoreBias]);
    }

    [Fact]
    public void A_model_split_over_files_loads_through_its_index()
    {
        LlamaWeights model = Filled(Small);
        model.Save(directory);
        File.Delete(Path.Combine(directory, "model.safetensors"));
        SafetensorsTensor[] all = [.. LlamaTensors.All(Small).Select(t => new SafetensorsTensor(t.Name, t.Shape, model[t.Name]))];
        SafetensorsWriter.Write(Path.Combine(directory, "a.safetensors"), all[..5]);
        SafetensorsWriter.Write(Path.Combine(directory, "b.safetensors"), all[5..]);
        string map = string.Join(",", all.Select((t, i) => $"\"{t.Name}\":\"{(i < 5 ? "a" : "b")}.safetensors\""));
        File.WriteAllText(Path.Combine(directory, "model.safetensors.index.json"), "{\"weight_map\":{" + map + "}}");
        Assert.Equal(model.ContentHash(), LlamaWeights.Load(directory).ContentHash());
        File.WriteAllText(Path.Combine(directory, "model.safetensors.index.json"), """{"weight_map":{"x":"../a.safetensors"}}""");
        Assert.Contains("../a.safetensors", Assert.Throws<InvalidDataException>(() => LlamaWeights.Load(directory)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_unknown_and_misshapen_tensors_are_named()
    {
        LlamaWeights model = Filled(Small);
        string file = Path.Combine(directory, "model.safetensors");
        SafetensorsTensor[] all = [.. LlamaTensors.All(Small).Select(t => new SafetensorsTensor(t.Name, t.Shape, model[t.Name]))];
        model.Save(directory);
        SafetensorsWriter.Write(file, all.Where(t => t.Name != LlamaTensors.Key(1)));
        Assert.Contains("model.layers.1.self_attn.k_proj.weight", Message(), StringComparison.Ordinal);
        SafetensorsWriter.Write(file, [.. all, new("extra", [1], new float[1])]);
        Assert.Contains("'extra' does not belong", Message(), StringComparison.Ordinal);
        SafetensorsWriter.Write(file, all.Select(t => t.Name == LlamaTensors.FinalNorm ? t with { Shape = [2, 4] } : t));
        Assert.Contains("'model.norm.weight' has shape [2, 4]; the configuration says [8]", Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"attention_bias\": false", "\"attention_bias\": true", "attention_bias is true")]
    [InlineData("\"silu\"", "\"gelu\"", "hidden_act is \"gelu\"")]
    [InlineData("LlamaForCausalLM", "MistralForCausalLM", "architectures is [")]
    [InlineData("\"hidden_size\": 8", "\"hidden_size\": \"8\"", "hidden_size is \"8\"; expected an integer")]
    [InlineData("\"hidden_size\": 8,", "", "hidden_size is missing")]
    [InlineData("\"num_key_value_heads\": 2", "\"num_key_value_heads\": 3", "num_key_value_heads is 3")]
    [InlineData("\"head_dim\": 4", "\"head_dim\": 5", "head_dim is 5")]
    [InlineData("\"mlp_bias\": false", "\"rope_scaling\": {\"rope_type\":\"yarn\"}", "rope_scaling is {\"rope_type\":\"yarn\"}")]
    public void An_unsupported_config_is_an_error_that_names_key_and_value(string from, string to, string expected)
    {
        string json = LlamaConfigJson.Format(Small, SafetensorsDataType.F32).Replace(from, to, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => LlamaConfigJson.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rope_parameters_of_newer_files_are_read()
    {
        string json = LlamaConfigJson.Format(Small, SafetensorsDataType.F32)
            .Replace("\"rope_theta\": 10000", "\"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 500000}", StringComparison.Ordinal);
        Assert.Equal(500_000f, LlamaConfigJson.Parse(json).RopeTheta);
    }

    private string Message() => Assert.Throws<InvalidDataException>(() => LlamaWeights.Load(directory)).Message;

    private static LlamaWeights Filled(LlamaConfig config)
    {
        var weights = new LlamaWeights(config);
        var random = new Random(5);
        foreach (float[] values in weights.Tensors.Values)
            for (int i = 0; i < values.Length; i++) values[i] = (float)random.NextDouble() - 0.5f;
        return weights;
    }
}
