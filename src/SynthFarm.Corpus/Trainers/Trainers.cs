using SynthFarm.Corpus.Trainers.Rules;

namespace SynthFarm.Corpus.Trainers;

/// <summary>The trainers whose rules are known.</summary>
/// <remarks>
/// The rules were read in the sources and documents of TRL (2026-07), LLaMA-Factory (2026-08), axolotl (2026-07), OpenRLHF (2026-08) and verl
/// (2026-01). A rule is here when breaking it stops the trainer, drops the row, or silently changes what is learned.
/// </remarks>
public static class Trainers
{
    /// <summary>Columns that several trainers read when they are there, whatever the config.</summary>
    private static readonly string[] _alwaysRead = ["tools", "images", "image", "videos", "audios", "chat_template_kwargs"];

    /// <summary>TRL takes one of these names out of a set to decide what a row is; two kinds in one row make the outcome depend on the hash seed.</summary>
    private static readonly string[] _trlKinds = ["prompt", "chosen", "rejected", "completion", "messages", "text"];

    public static Trainer Trl { get; } = new()
    {
        Name = "trl",
        Title = "TRL",
        Inputs =
        [
            TrlInput("sft", "SFT, conversational", MessageRules.Conversation, Messages("messages")),
            TrlInput("shortcut", "SFT, conversational", MessageRules.Conversation, Messages("messages")),
            TrlInput("dpo", "DPO, explicit prompt", MessageRules.PreferenceLists, Messages("prompt"), Messages("chosen"), Messages("rejected")),
            TrlInput("kto", "KTO, unpaired preference", MessageRules.Unpaired, Messages("prompt"), Messages("completion"), new("label", ColumnShape.Boolean)),
            TrlInput("prm", "PRM, stepwise supervision", StepRules.Stepwise, Text("prompt"), new("completions", ColumnShape.TextList), new("labels", ColumnShape.BooleanList)),
            TrlInput("rl", "GRPO, prompts", MessageRules.PromptOnly, Messages("prompt")),
        ],
        Notes = ["Chat templates of DeepSeek-R1 distillations cut the <think> block; train with a template that keeps it."],
    };

    public static Trainer LlamaFactory { get; } = new()
    {
        Name = "llamafactory",
        Title = "LLaMA-Factory",
        ReadsDatasetInfo = true,
        Inputs =
        [
            Input("sft", "SFT, sharegpt with role tags", MessageRules.Alternating, [], Messages("messages")),
            Input("shortcut", "SFT, sharegpt with role tags", MessageRules.Alternating, [], Messages("messages")),
            Input("dpo_pairs", "DPO, ranking", MessageRules.RankedPair, [], Messages("messages"), Message("chosen"), Message("rejected")),
            Input("kto_messages", "KTO, kto_tag", MessageRules.Alternating, [], Messages("messages"), new("label", ColumnShape.Boolean, Key: "kto_tag")),
        ],
        Notes = ["A row that breaks a rule is skipped with a warning; formatting \"openai\" would add a line to the system prompt, so \"sharegpt\" is used."],
    };

    public static Trainer Axolotl { get; } = new()
    {
        Name = "axolotl",
        Title = "axolotl",
        Inputs =
        [
            Input("sft", "type: chat_template", MessageRules.Conversation, [], Messages("messages")),
            Input("shortcut", "type: chat_template", MessageRules.Conversation, [], Messages("messages")),
            Input("dpo_pairs", "DPO, type: chat_template.default", MessageRules.RankedPair, [], Messages("messages"), Message("chosen"), Message("rejected")),
            Input("prm", "type: stepwise_supervised", StepRules.Stepwise, [], Text("prompt"), new("completions", ColumnShape.TextList), new("labels", ColumnShape.BooleanList)),
        ],
    };

    public static Trainer OpenRlhf { get; } = new()
    {
        Name = "openrlhf",
        Title = "OpenRLHF",
        Inputs =
        [
            Input("sft", "SFT, --data.input_key messages", MessageRules.Conversation, ["margin"], Messages("messages")),
            Input("shortcut", "SFT, --data.input_key messages", MessageRules.Conversation, ["margin"], Messages("messages")),
            Input("dpo", "DPO, chosen and rejected lists", MessageRules.PreferenceLists, ["margin"], Messages("prompt"), Messages("chosen"), Messages("rejected")),
            Input("rl", "RL, --data.input_key prompt", MessageRules.PromptOnly, [], Messages("prompt")),
        ],
        Notes = ["The training of process reward models is no longer in OpenRLHF's main branch."],
    };

    public static Trainer Verl { get; } = new()
    {
        Name = "verl",
        Title = "verl",
        Inputs =
        [
            Input("rl", "RL with a rule reward", VerlRules.RuleReward, [],
                Text("data_source"), Messages("prompt"), Text("ability"), new("reward_model", ColumnShape.RuleReward), new("extra_info", ColumnShape.ExtraInfo)),
            Input("sft", "SFT, multi-turn", MessageRules.Conversation, ["enable_thinking"], Messages("messages")),
            Input("shortcut", "SFT, multi-turn", MessageRules.Conversation, ["enable_thinking"], Messages("messages")),
        ],
        Notes = ["Prompts of more than 1,024 tokens are filtered out unless data.max_prompt_length says otherwise."],
    };

    /// <summary>All, in the order documents list them.</summary>
    public static IReadOnlyList<Trainer> All { get; } = [Trl, LlamaFactory, Axolotl, OpenRlhf, Verl];

    /// <summary>The trainer of a name; null when there is none.</summary>
    public static Trainer? Find(string name) => All.FirstOrDefault(trainer => trainer.Name == name);

    private static TrainerInput TrlInput(string config, string task, RowRule rule, params TrainerColumn[] columns)
        => Input(config, task, rule, _trlKinds.Except(columns.Select(c => c.Name)), columns);

    private static TrainerInput Input(string config, string task, RowRule rule, IEnumerable<string> forbidden, params TrainerColumn[] columns) => new()
    {
        Config = config,
        Task = task,
        Columns = columns,
        Forbidden = [.. forbidden, .. _alwaysRead],
        RowFaults = row => rule(row),
    };

    private static TrainerColumn Text(string name) => new(name, ColumnShape.Text);

    private static TrainerColumn Message(string name) => new(name, ColumnShape.Message);

    private static TrainerColumn Messages(string name) => new(name, ColumnShape.Messages);
}
