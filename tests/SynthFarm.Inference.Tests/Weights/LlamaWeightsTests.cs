using SynthFarm.Inference.Tests.Decoding;
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
    [InlineData("\"silu\"", "\"gelu\"", "hidden_act is \"gelu\"")]
    [InlineData("LlamaForCausalLM", "GemmaForCausalLM", "architectures is [")]
    [InlineData("LlamaForCausalLM", "MistralForCausalLM", "model_type is \"llama\"; supported: \"mistral\"")]
    [InlineData("\"hidden_size\": 8", "\"hidden_size\": \"8\"", "hidden_size is \"8\"; expected an integer")]
    [InlineData("\"hidden_size\": 8,", "", "hidden_size is missing")]
    [InlineData("\"num_key_value_heads\": 2", "\"num_key_value_heads\": 3", "num_key_value_heads is 3")]
    [InlineData("\"head_dim\": 4", "\"head_dim\": 5", "head_dim is 5")]
    [InlineData("\"mlp_bias\": false", "\"rope_scaling\": {\"rope_type\":\"dynamic\"}", "rope_scaling.rope_type is \"dynamic\"")]
    [InlineData("\"mlp_bias\": false", "\"rope_scaling\": {\"rope_type\":\"yarn\"}", "rope_scaling.factor is missing")]
    [InlineData("\"mlp_bias\": false", "\"rope_scaling\": {\"type\":\"linear\",\"factor\":0.5}", "rope_scaling.factor is 0.5")]
    [InlineData("\"mlp_bias\": false", "\"final_logit_softcapping\": 30.0", "final_logit_softcapping is 30.0")]
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

    public static TheoryData<string> Families => [.. TestModels.Families.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void A_model_of_every_family_comes_back_from_its_folder(string family)
    {
        LlamaWeights saved = TestModels.Random(TestModels.Families[family], 3);
        saved.Save(directory);
        LlamaWeights loaded = LlamaWeights.Load(directory);
        Assert.Equal(LlamaConfigJson.Format(saved.Config, SafetensorsDataType.F32), LlamaConfigJson.Format(loaded.Config, SafetensorsDataType.F32));
        Assert.Equal(saved.ContentHash(), loaded.ContentHash());
        using WeightFiles files = WeightFiles.Open(directory);
        Assert.Equal(saved.ContentHash(), files.ContentHash());
        Assert.Equal(SafetensorsDataType.F32, files.DataType);
        foreach (string tensor in LlamaTensors.All(saved.Config).Select(t => t.Name))
        {
            var values = new float[saved[tensor].Length];
            files.Read(tensor, values);
            Assert.Equal(saved[tensor], values);
        }
    }

    [Fact]
    public void Published_configs_are_read_as_their_families()
    {
        LlamaConfig llama = LlamaConfigJson.Parse(Published("LlamaForCausalLM", "llama", "\"eos_token_id\": [7, 8, 9], \"rope_scaling\": {\"factor\": 8.0, \"low_freq_factor\": 1.0, \"high_freq_factor\": 4.0, \"original_max_position_embeddings\": 64, \"rope_type\": \"llama3\"}"));
        Assert.Equal((7, 2), (llama.EosTokenId, llama.OtherEosTokenIds.Count));
        Assert.Equal(new RopeScaling(RopeScalingType.Llama3, 8) { OriginalPositions = 64 }, llama.RopeScaling);
        Assert.Equal(32, LlamaConfigJson.Parse(Published("MistralForCausalLM", "mistral", "\"sliding_window\": 32")).WindowOf(0));
        LlamaConfig qwen2 = LlamaConfigJson.Parse(Published("Qwen2ForCausalLM", "qwen2", "\"use_sliding_window\": false, \"sliding_window\": 32, \"max_window_layers\": 1"));
        Assert.True(qwen2.QueryKeyValueBias);
        Assert.Null(qwen2.WindowOf(1));
        LlamaConfig windowed = LlamaConfigJson.Parse(Published("Qwen2ForCausalLM", "qwen2", "\"use_sliding_window\": true, \"sliding_window\": 32, \"max_window_layers\": 1"));
        Assert.Equal((null, 32), (windowed.WindowOf(0), windowed.WindowOf(1)));
        LlamaConfig qwen3 = LlamaConfigJson.Parse(Published("Qwen3ForCausalLM", "qwen3", "\"head_dim\": 16, \"attention_bias\": false"));
        Assert.Equal((true, false, 16), (qwen3.QueryKeyNorm, qwen3.QueryKeyValueBias, qwen3.HeadDim));
        LlamaConfig reward = LlamaConfigJson.Parse(Published("Qwen2ForProcessRewardModel", "qwen2", "\"num_labels\": 2"));
        Assert.Equal((LlamaHead.Labels, 2, true), (reward.Head, reward.Labels, reward.HeadIsDeep));

        static string Published(string architecture, string type, string rest) => $$"""
            { "architectures": ["{{architecture}}"], "model_type": "{{type}}", "hidden_act": "silu", "hidden_size": 32, "intermediate_size": 64, "num_attention_heads": 4,
              "num_hidden_layers": 2, "num_key_value_heads": 2, "rms_norm_eps": 1e-06, "rope_theta": 10000.0, "vocab_size": 100, "max_position_embeddings": 512, {{rest}} }
            """;
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
