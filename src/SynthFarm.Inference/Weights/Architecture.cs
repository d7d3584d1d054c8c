namespace SynthFarm.Inference.Weights;

/// <summary>A name under <c>architectures</c> and what it stands for.</summary>
/// <param name="Name">The name, e.g. <c>Qwen2ForCausalLM</c>.</param>
/// <param name="Family">The decoder.</param>
/// <param name="IsLanguageModel">Whether the head is a language model's; else it has labels.</param>
/// <param name="HeadIsDeep">Whether the head has a hidden layer.</param>
/// <param name="Labels">Labels where the file names none.</param>
internal sealed record Architecture(string Name, ModelFamily Family, bool IsLanguageModel, bool HeadIsDeep = false, int Labels = 2)
{
    public static IReadOnlyList<Architecture> All { get; } =
    [
        .. Enum.GetValues<ModelFamily>().SelectMany(family => new Architecture[]
        {
            new($"{family}ForCausalLM", family, IsLanguageModel: true),
            new($"{family}ForTokenClassification", family, IsLanguageModel: false),
        }),
        new("Qwen2ForProcessRewardModel", ModelFamily.Qwen2, IsLanguageModel: false, HeadIsDeep: true),
        new("Qwen2ForRewardModel", ModelFamily.Qwen2, IsLanguageModel: false, HeadIsDeep: true, Labels: 1),
    ];

    /// <summary>The name for a configuration.</summary>
    public static string NameOf(LlamaConfig config) => All
        .First(a => a.Family == config.Family && a.IsLanguageModel == (config.Head == LlamaHead.LanguageModel) && a.HeadIsDeep == config.HeadIsDeep
            && (!config.HeadIsDeep || a.Labels == config.Labels)).Name;
}
