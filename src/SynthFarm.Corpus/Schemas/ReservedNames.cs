using System.Collections.Frozen;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// Column names that TRL, LLaMA-Factory, axolotl, OpenRLHF or verl read. A column of such a name means what the trainer takes it for, so
/// none is used for anything else.
/// </summary>
public static class ReservedNames
{
    public static FrozenSet<string> All { get; } = FrozenSet.ToFrozenSet(
        [
            "text", "messages", "conversations", "prompt", "completion", "completions", "chosen", "rejected", "label", "labels", "input_ids",
            "attention_mask", "completion_mask", "assistant_masks", "images", "image", "videos", "audios", "tools", "chat_template_kwargs",
            "margin", "system", "instruction", "input", "output", "history", "kto_tag", "raw_prompt", "index", "data_source", "ability",
            "reward_model", "extra_info",
        ],
        StringComparer.Ordinal);
}
