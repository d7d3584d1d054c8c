using System.Text;

namespace SynthFarm.Corpus.Publishing;

/// <summary>The parts of the card that are the same for every snapshot but for its name.</summary>
internal static class DatasetCardProse
{
    public static void AppendUse(StringBuilder text, SnapshotManifest manifest) => text.Append(
        $$"""
        ## How to use it

        ```python
        from datasets import load_dataset
        rows = load_dataset("path/to/this/folder", "sft", split="train")   # TRL's SFTTrainer takes the rows as they are
        ```

        - `sft` and `shortcut` hold one conversation of two turns per row: the problem verbatim, then the response. They come from the same
          trees and problems; `shortcut` leaves out the wrong trials, and is the fair control for `sft`.
        - LLaMA-Factory: set `dataset_dir` to this folder and `dataset` to `{{manifest.Name}}_sft` or `{{manifest.Name}}_shortcut`. Where there are
          held-out splits, the entries name the training shards.
        - Chat templates: the thought stands in the response between `<think>` and `</think>`. Templates that cut everything before `</think>`
          (those of the DeepSeek-R1 distillations do) would remove what is to be learned; take one that keeps the response whole, such as
          plain ChatML, and look at one tokenised row before training.


        """);

    public static void AppendColumns(StringBuilder text) => text.Append(
        """
        ## Columns of `sft` and `shortcut`

        | column | what it is |
        |---|---|
        | `messages` | user: the problem; assistant: the thought, then the line `Answer: ...` |
        | `id` | names the row: a hash of problem, tree, leaf, config and derivation version |
        | `problem_id`, `tree_id`, `leaf_id` | where it came from; `trees` holds the whole tree |
        | `source`, `topic`, `level`, `license`, `kind`, `split` | the problem's own fields |
        | `policy_model`, `prm_model`, `search`, `round`, `config_hash` | what made the tree |
        | `verifier`, `verdict`, `answer` | who confirmed which answer |
        | `n_steps`, `n_backtracks`, `n_tokens` | steps in the text, times it went back, tokens the policy generated for these steps |
        | `prm_min`, `prm_mean`, `prm_last` | rewards on the path to the answer |
        | `step_scores` | the reward of each step in the order of the text |
        | `critique_sources` | who named the errors that the reflections speak of |
        | `derivation`, `derivation_seed` | how the text was made from the tree |
        | `segments` | which step each piece of the response came from; `length` counts Unicode code points |
        | `schema_version` | version of these columns |

        `trees` has one row per step, `rejections` one per problem that gave no row of `sft`.


        """);
}
