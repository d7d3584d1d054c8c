using System.Globalization;
using System.Text.Json;
using SynthFarm.Core.Answers;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Prm800K;

/// <summary>
/// PRM800K (2305.20050), both phases: <c>question</c> and <c>label.steps</c>, each with rated <c>completions</c> of which one was chosen, or a
/// <c>human_completion</c> in their place. Every completion is a step beside its siblings; the chosen or human one goes on. Rows for quality
/// control and screening are left out, as its authors advise for training.
/// </summary>
internal sealed class Prm800KReader : IFormatReader
{
    /// <summary>Who wrote a step that the model did not.</summary>
    public const string Human = "prm800k:human";

    public const string Model = "prm800k";
    public const string AnswerMark = "\n\n# Answer\n\n";
    public const string Delimiter = "\n";

    private static readonly (string Field, string Reason)[] _flags =
    [
        ("is_quality_control_question", "quality-control question"), ("is_initial_screening_question", "screening question"),
    ];

    public ReadOutcome Read(RecordFields record)
    {
        foreach (var (field, reason) in _flags)
        {
            if (record.Find(field) is { Kind: JsonValueKind.True })
            {
                return ReadOutcome.Without(reason);
            }
        }

        var problem = record.Text("question.problem");
        var answer = record.TextOrNumber("question.ground_truth_answer");
        var reference = record.OptionalText("question.ground_truth_solution");
        var steps = new List<ImportedStep>();
        var items = record.Array("label.steps");
        var parent = -1;
        for (var i = 0; i < items.Count; i++)
        {
            parent = ReadStep(record, items[i], $"label.steps[{i}]", parent, isLast: i == items.Count - 1, steps);
        }

        if (record.IsSound && steps.Count == 0)
        {
            return ReadOutcome.Without("no steps");
        }

        return record.IsSound
            ? new ImportedRecord
            {
                Statement = problem,
                Answer = answer,
                Meta = reference is null ? null : RecordValue.Object((ExportedRecord.ReferenceSolution, RecordValue.Of(reference))),
                Solution = new ImportedSolution { Steps = steps },
            }
            : ReadOutcome.None;
    }

    /// <returns>The step that goes on; the parent where none does.</returns>
    private static int ReadStep(RecordFields record, RecordValue item, string field, int parent, bool isLast, List<ImportedStep> steps)
    {
        var first = steps.Count;
        var completions = item["completions"] is { IsNull: true } or null ? [] : record.Array(item, "completions", $"{field}.completions");
        for (var i = 0; i < completions.Count; i++)
        {
            steps.Add(Step(record, completions[i], $"{field}.completions[{i}]", parent, Model));
        }

        var human = -1;
        if (item["human_completion"] is { IsNull: false } written)
        {
            human = steps.Count;
            steps.Add(Step(record, written, $"{field}.human_completion", parent, Human));
        }

        var chosen = Chosen(record, item, field, completions.Count);
        if (chosen < 0 && human < 0 && !isLast)
        {
            record.Fault(item, field, "found neither a chosen nor a human completion in a step that others follow; allowed is that in the last step alone");
        }

        return chosen >= 0 ? first + chosen : human >= 0 ? human : parent;
    }

    private static int Chosen(RecordFields record, RecordValue item, string field, int completions)
    {
        if (item["chosen_completion"] is not { IsNull: false } value)
        {
            return -1;
        }

        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen < completions)
        {
            return chosen;
        }

        var allowed = completions == 0 ? "null, for there are no completions" : $"null and whole numbers from 0 to {completions - 1}";
        record.Fault(value, $"{field}.chosen_completion", $"found {value.Describe()}; allowed are {allowed}");
        return -1;
    }

    private static ImportedStep Step(RecordFields record, RecordValue completion, string field, int parent, string producer)
    {
        var text = record.Text(completion, "text", $"{field}.text");
        var verdict = Rating(record, completion, $"{field}.rating");
        var mark = text.LastIndexOf(AnswerMark, StringComparison.Ordinal);
        var answer = mark > 0 ? text[(mark + AnswerMark.Length)..] : null;
        return new ImportedStep(parent, (string.IsNullOrWhiteSpace(answer) ? text : text[..mark]) + Delimiter)
        {
            Verdict = verdict,
            Critique = verdict == Verdict.Wrong ? StepVerdicts.NoReason : null,
            Producer = producer,
            States = string.IsNullOrWhiteSpace(answer) ? null : answer,
        };
    }

    private static Verdict Rating(RecordFields record, RecordValue completion, string field)
    {
        var value = completion["rating"];
        if (value is null or { IsNull: true })
        {
            return Verdict.Unknown;
        }

        if (value is { Kind: JsonValueKind.Number, Text: "-1" or "0" or "1" })
        {
            return (Verdict)int.Parse(value.Text, CultureInfo.InvariantCulture);
        }

        record.Fault(value, field, $"found {value.Describe()}; allowed are -1, 0, 1 and null");
        return Verdict.Unknown;
    }
}
