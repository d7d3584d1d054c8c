using SynthFarm.Core.Answers;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.MrGsm8K;

/// <summary>Writes MR-GSM8K's fields; <c>question_type</c> is <c>original</c> unless an import knows better.</summary>
internal sealed class MrGsm8KWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record)
    {
        var first = record.FirstWrong ?? -1;
        var isAnswerRight = record.IsImported ? record.Leaf?.Verdict == Verdict.Correct : record.Leaf?.IsCorrectLeaf == true;
        var isRight = first < 0 && (isAnswerRight || record.Steps.All(step => step.Verdict == Verdict.Correct));
        var reason = first < 0 ? MrGsm8KReader.NotApplicable : (first < record.Steps.Count ? record.Steps[first].Critique : record.Leaf?.AnswerVerdict.Reason) ?? "";
        return RecordValue.Object(
            ("uuid", RecordValue.Of(record.Problem.Id)),
            ("question", RecordValue.Of(record.Problem.Statement)),
            ("ground_truth_solution", RecordValue.Of(record.Reference ?? "")),
            ("ground_truth_answer", RecordValue.Of(record.Problem.Answer)),
            ("model_output_steps", RecordValue.Array([.. Texts(record).Select(text => RecordValue.Of(text))])),
            ("model_output_answer_correctness", Word(isAnswerRight)),
            ("model_output_solution_correctness", Word(isRight)),
            ("model_output_solution_first_error_step", first < 0 ? RecordValue.Of(MrGsm8KReader.NotApplicable) : RecordValue.Of(first + 1)),
            ("model_output_solution_first_error_reason", RecordValue.Of(reason)),
            ("question_type", RecordValue.Of("original")));
    }

    private static IEnumerable<string> Texts(ExportedRecord record)
    {
        var texts = record.Steps.Select(step => StepVerdicts.Bare(step.Text, MrGsm8KReader.Delimiter));
        return record.IsImported || record.Leaf is not { } leaf ? texts : texts.Append(leaf.Text.TrimEnd('\n'));
    }

    private static RecordValue Word(bool isRight) => RecordValue.Of(isRight ? MrGsm8KReader.Correct : MrGsm8KReader.Incorrect);
}
