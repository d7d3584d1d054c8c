using System.Globalization;
using System.Text;

namespace SynthFarm.Corpus.Publishing;

/// <summary>What the card of a selected snapshot says more.</summary>
internal static class SelectionProse
{
    /// <param name="parents">What it was selected from.</param>
    public static void Append(StringBuilder text, SnapshotSelection selection, IReadOnlyList<SnapshotParent> parents) => text.Append(
        string.Create(CultureInfo.InvariantCulture, $$"""
        ## Selection

        The rows were selected from the snapshot {{string.Join(", ", parents.Select(p => $"`{p.Name}` (checksum of its manifest `{p.Sha256}`)"))}}
        by `{{selection.Version}}` with seed {{selection.Options.Seed}}. `manifest.json` holds every option, `selection.json` the report. What was not selected is
        in `rejections` with the stage `selection`.

        | column | what it is |
        |---|---|
        | `{{SelectionColumns.Order}}` | place in the curriculum of the split: to train in that order, sort by it and do not shuffle |
        | `{{SelectionColumns.Difficulty}}` | one minus the share of correct draws on the problem, with a prior |
        | `{{SelectionColumns.Noise}}` | true for rows with a wrong answer that were let in on purpose |

        ```python
        rows = load_dataset("path/to/this/folder", "{{ConfigNames.Sft}}", split="train").sort("{{SelectionColumns.Order}}")
        ```


        """));
}
