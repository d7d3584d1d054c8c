using System.Text;

namespace SynthFarm.Corpus.Publishing;

/// <summary>The parts of the card that are the same for every snapshot but for its name and its configs.</summary>
internal static class DatasetCardProse
{
    private static readonly (string Config, string Row, string Use)[] _uses =
    [
        (ConfigNames.Sft, "one conversation: the problem verbatim, then the long thought and the answer", "SFT"),
        (ConfigNames.Shortcut, "the same trees and problems without the wrong trials", "the fair control for `sft`"),
        (ConfigNames.Dpo, "`prompt`, and two whole responses `chosen` and `rejected`, one correct and one wrong", "DPO with TRL, OpenRLHF"),
        (ConfigNames.DpoPairs, "the rows of `dpo` as `messages` and one message each", "DPO with LLaMA-Factory, axolotl"),
        (ConfigNames.DpoSteps, "two steps behind the same steps; the texts end with them", "step-wise DPO, preference reward models"),
        (ConfigNames.DpoThoughts, "two thoughts without their answers", "DPO of thoughts alone"),
        (ConfigNames.Prm, "`prompt`, steps as `completions`, and whether each is right as `labels`", "process reward models with TRL, axolotl"),
        (ConfigNames.Rl, "every problem, solved or not, with what a rule needs to reward an answer", "RL with verl"),
        (ConfigNames.Kto, "`prompt`, one response as `completion`, and whether it is correct as `label`", "KTO with TRL"),
        (ConfigNames.KtoMessages, "the rows of `kto` as `messages`", "KTO with LLaMA-Factory"),
        (ConfigNames.ProcessBench, "a whole answered path and its first wrong step (`label`, from 0; -1 when there is none)", "measuring reward models and critics"),
        (ConfigNames.Trees, "one step of a tree", "everything else"),
        (ConfigNames.Rejections, "a problem that gave no row of `sft`, and why", "looking for what is missing"),
    ];

    private static readonly (string Configs, string Column, string Meaning)[] _columns =
    [
        ("sft shortcut kto kto_messages", "`verdict`, `answer`, `leaf_id`", "which answer was judged, and the step that states it"),
        ("sft shortcut", "`n_steps`, `n_backtracks`, `n_tokens`", "steps in the text, times it went back, tokens the policy generated for these steps"),
        ("sft shortcut", "`prm_min`, `prm_mean`, `prm_last`", "rewards on the path to the answer"),
        ("sft shortcut prm kto kto_messages", "`step_scores`", "the reward of each step in the order of the text"),
        ("sft shortcut", "`critique_sources`", "who named the errors that the reflections speak of"),
        ("sft shortcut", "`segments`", "which step each piece of the response came from; `length` counts Unicode code points"),
        ("dpo dpo_pairs dpo_steps dpo_thoughts", "`pair_level`, `pair_rule`", "what is compared, and how the pair was chosen"),
        ("dpo dpo_pairs dpo_steps dpo_thoughts", "`chosen_step_id`, `rejected_step_id`, `chosen_answer`, `rejected_answer`", "the steps the paths end with, and the answers they state"),
        ("dpo dpo_pairs dpo_steps dpo_thoughts", "`shared_length`", "code points at the beginning of both texts that come from the same steps"),
        ("dpo dpo_pairs dpo_steps dpo_thoughts", "`chosen_score`, `rejected_score`, `score_margin`, `score_source`", "what the two are scored by, and the difference"),
        ("dpo dpo_pairs dpo_steps dpo_thoughts kto kto_messages", "`chosen_ppl`, `rejected_ppl`, `ppl`", "perplexity of the compared steps under the policy that wrote them"),
        ("prm processbench", "`label_source`", "where the labels come from, e.g. a step checker or the outcomes of the paths"),
        ("prm", "`soft_labels`, `path_end`, `step_ids`", "the score behind each label, why the path ends there, and its steps"),
        ("rl", "`outcome`, `n_ended`, `n_correct`, `pass_rate`", "how the run ended on the problem, and how many of its paths ended correct"),
    ];

    public static void AppendUse(StringBuilder text, SnapshotManifest manifest)
    {
        text.Append(
            $$"""
            ## How to use it

            ```python
            from datasets import load_dataset
            rows = load_dataset("path/to/this/folder", "{{manifest.Configs[0].Name}}", split="train")   # TRL's trainers take the rows as they are
            ```

            | config | one row | made for |
            |---|---|---|

            """);
        foreach (var (config, row, use) in _uses.Where(use => Has(manifest, use.Config)))
        {
            text.Append($"| `{config}` | {row} | {use} |\n");
        }

        text.Append('\n');
        var described = manifest.Configs.Select(c => c.Name).Where(DatasetInfo.IsDescribed).Select(name => $"`{manifest.Name}_{name}`").ToList();
        if (described.Count > 0)
        {
            text.Append($"- LLaMA-Factory: set `dataset_dir` to this folder and `dataset` to one of\n  {string.Join(", ", described)}. Where there are held-out splits, the entries name the\n  training shards.\n");
        }

        text.Append(
            """
            - Chat templates: the thought stands in the response between `<think>` and `</think>`. Templates that cut everything before `</think>`
              (those of the DeepSeek-R1 distillations do) would remove what is to be learned; take one that keeps the response whole, such as
              plain ChatML, and look at one tokenised row before training.

            """);
        if (Has(manifest, ConfigNames.DpoSteps) || Has(manifest, ConfigNames.DpoThoughts))
        {
            text.Append(
                """
                - `dpo_steps` and `dpo_thoughts` compare texts that end before the answer. A trainer that puts an end of turn behind them teaches to stop
                  there: leave that token out of the loss, or train a reward model on them. `shared_length` says where the two texts part.

                """);
        }

        text.Append('\n');
    }

    public static void AppendColumns(StringBuilder text, SnapshotManifest manifest)
    {
        text.Append(
            """
            ## Columns

            | column | what it is |
            |---|---|
            | `id` | names the row: a hash of where it comes from and the derivation's version |
            | `problem_id`, `tree_id` | where it came from; `trees` holds the whole tree |
            | `source`, `topic`, `level`, `license`, `kind`, `split` | the problem's own fields |
            | `policy_model`, `prm_model`, `search`, `round`, `config_hash` | what made the tree |
            | `verifier` | who judged the answers |
            | `derivation`, `derivation_seed`, `schema_version` | how the row was made from the tree; version of the columns |

            """);
        foreach (var (configs, column, meaning) in _columns)
        {
            var there = configs.Split(' ').Where(name => Has(manifest, name)).Select(name => $"`{name}`").ToList();
            if (there.Count > 0)
            {
                text.Append($"| {column} | {string.Join(", ", there)}: {meaning} |\n");
            }
        }

        text.Append('\n');
    }

    private static bool Has(SnapshotManifest manifest, string config) => manifest.Configs.Any(c => c.Name == config);
}
