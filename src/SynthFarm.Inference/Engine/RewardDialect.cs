using SynthFarm.Core.Chat;

namespace SynthFarm.Inference.Engine;

/// <summary>How a reward model is asked about a step: what its prompt looks like, what stands behind each step, and where the score is read.</summary>
public sealed record RewardDialect
{
    /// <summary>The shipped models' way: the policy's own tokens, the score read at each step's last one.</summary>
    public static RewardDialect Plain { get; } = new() { Name = "plain" };

    /// <summary>Qwen2.5-Math-PRM (Zhang et al. 2025): a two-label head read at a marker behind each step.</summary>
    public static RewardDialect Qwen { get; } = new()
    {
        Name = "qwen",
        Prompt = new PromptFormat { Template = ChatTemplate.ChatML, System = "Please reason step by step, and put your final answer within \\boxed{}." },
        Marker = "<extra_0>",
    };

    /// <summary>Math-Shepherd (Wang et al. 2023): a language model that says <c>+</c> or <c>-</c> at the tag behind each step.</summary>
    public static RewardDialect MathShepherd { get; } = new()
    {
        Name = "math-shepherd",
        Marker = " \u043a\u0438",
        AfterMarker = "\n",
        Positive = " +",
        Negative = " -",
    };

    /// <summary>All, by name.</summary>
    public static IReadOnlyList<RewardDialect> All { get; } = [Plain, Qwen, MathShepherd];

    public required string Name { get; init; }

    /// <summary>How the problem is put.</summary>
    public PromptFormat Prompt { get; init; } = PromptFormat.Raw;

    /// <summary>The text behind each step at whose last token the score is read; null to read it at the step's own last token.</summary>
    public string? Marker { get; init; }

    /// <summary>What stands between a marker and the next step.</summary>
    public string AfterMarker { get; init; } = "";

    /// <summary>The tag of a right step, where a language model is asked; else null.</summary>
    public string? Positive { get; init; }

    /// <summary>The tag of a wrong step.</summary>
    public string? Negative { get; init; }

    /// <summary>The dialect of a name; null when there is none.</summary>
    public static RewardDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name == name);
}
