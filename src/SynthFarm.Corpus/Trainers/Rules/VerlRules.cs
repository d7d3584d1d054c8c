using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Rules;

/// <summary>Rules of verl's RL rows.</summary>
internal static class VerlRules
{
    /// <summary>A prompt, the reward function's name, and a ground truth for it to judge by.</summary>
    public static IEnumerable<string> RuleReward(ParquetRow row)
    {
        foreach (var fault in MessageRules.PromptOnly(row))
        {
            yield return fault;
        }

        foreach (var column in new[] { "data_source", "ability" })
        {
            if (string.IsNullOrEmpty(row.Get<string?>(column)))
            {
                yield return $"{column} is empty; {(column == "data_source" ? "it chooses the reward function" : "it names the subject")}";
            }
        }

        var style = row.Get<string?>("reward_model.style");
        if (style is not ("rule" or "model"))
        {
            yield return $"reward_model.style is \"{style}\"; \"rule\" or \"model\" is expected";
        }

        if (style == "rule" && string.IsNullOrEmpty(row.Get<string?>("reward_model.ground_truth")))
        {
            yield return "reward_model.ground_truth is empty; a rule has nothing to judge by";
        }

        if (string.IsNullOrEmpty(row.Get<string?>("extra_info.split")))
        {
            yield return "extra_info.split is empty";
        }
    }
}
