using System.Globalization;
using System.Text.Json;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.MrGsm8K;

/// <summary>
/// MR-GSM8K: a model's solution of a (perhaps changed) GSM8K problem with people's judgement: whether answer and solution are right, the first
/// wrong step (from 1) and why it is wrong; <c>N/A</c> where there is none.
/// </summary>
internal sealed class MrGsm8KReader : IFormatReader
{
    public const string NotApplicable = "N/A";
    public const string Correct = "correct";
    public const string Incorrect = "incorrect";
    public const string Delimiter = "\n";

    public ReadOutcome Read(RecordFields record)
    {
        var question = record.Text("question");
        var answer = record.TextOrNumber("ground_truth_answer");
        var reference = record.OptionalText("ground_truth_solution");
        var texts = Steps(record);
        var isAnswerRight = record.Word("model_output_answer_correctness", Correct, Incorrect);
        var isSolutionRight = record.Word("model_output_solution_correctness", Correct, Incorrect);
        var first = FirstError(record, texts.Count, isSolutionRight == Correct);
        var reason = record.OptionalText("model_output_solution_first_error_reason");
        if (!record.IsSound)
        {
            return ReadOutcome.None;
        }

        reason = string.IsNullOrWhiteSpace(reason) || reason == NotApplicable ? null : reason;
        var chain = ImportedStep.Chain(texts.Select(text => text + Delimiter), "mr-gsm8k");
        var steps = (first == 0 && isSolutionRight == Incorrect ? chain : StepVerdicts.Mark(chain, first - 1, reason)).ToList();
        steps[^1] = steps[^1] with { States = StatedAnswer.Of(string.Join(Delimiter, texts)) ?? Last(texts) };
        return new ImportedRecord
        {
            Statement = question,
            Answer = answer,
            Meta = reference is null ? null : RecordValue.Object((ExportedRecord.ReferenceSolution, RecordValue.Of(reference))),
            Solution = new ImportedSolution { Steps = steps, Label = isAnswerRight == Correct },
        };
    }

    private static IReadOnlyList<string> Steps(RecordFields record)
    {
        const string field = "model_output_steps";
        var texts = record.Find(field) is { IsText: true } text ? text.Text.Split('\n') : record.Texts(field);
        if (texts.Count == 0 && record.IsSound)
        {
            record.Fault(record.Find(field)!, field, "found no step; allowed is at least one");
        }

        return texts;
    }

    /// <summary>The number of the first wrong step; 0 for none.</summary>
    private static int FirstError(RecordFields record, int steps, bool isSolutionRight)
    {
        const string field = "model_output_solution_first_error_step";
        var value = record.Find(field);
        if (value is null or { IsNull: true } or { IsText: true, Text: NotApplicable or "" })
        {
            return 0;
        }

        if (value.Kind is not (JsonValueKind.Number or JsonValueKind.String)
            || !int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > steps)
        {
            record.Fault(value, field, $"found {value.Describe()} for a solution of {steps} steps; allowed are N/A and whole numbers from 1 to {steps}");
            return 0;
        }

        if (isSolutionRight)
        {
            record.Fault(value, field, $"found {value.Describe()} for a solution that is called correct; allowed is N/A");
        }

        return number;
    }

    private static string? Last(IReadOnlyList<string> texts) => Core.Answers.AnswerExtraction.LastNumber(texts[^1]);
}
