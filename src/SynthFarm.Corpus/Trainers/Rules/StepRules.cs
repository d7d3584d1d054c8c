using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Rules;

/// <summary>Rules of stepwise supervision.</summary>
internal static class StepRules
{
    /// <summary>One label per step, at least one step, none empty.</summary>
    public static IEnumerable<string> Stepwise(ParquetRow row)
    {
        var steps = row.Get<object?>("completions") as System.Collections.IEnumerable ?? Array.Empty<string>();
        var labels = row.Get<object?>("labels") as System.Collections.IEnumerable ?? Array.Empty<bool>();
        var texts = steps.Cast<string?>().ToList();
        var marks = labels.Cast<object?>().ToList();
        if (string.IsNullOrEmpty(row.Get<string?>("prompt")))
        {
            yield return "prompt is empty";
        }

        if (texts.Count == 0)
        {
            yield return "completions is empty";
        }

        if (texts.Count != marks.Count)
        {
            yield return $"{texts.Count} completions have {marks.Count} labels; one label per step is expected";
        }

        if (texts.FindIndex(string.IsNullOrEmpty) is var empty and >= 0)
        {
            yield return $"completions[{empty}] is empty";
        }

        if (marks.IndexOf(null) is var missing and >= 0)
        {
            yield return $"labels[{missing}] is null";
        }
    }
}
