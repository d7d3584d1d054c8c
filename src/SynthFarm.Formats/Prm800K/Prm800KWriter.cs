using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Prm800K;

/// <summary>
/// Writes PRM800K's records: along one path, every sibling with its rating. Steps that nobody judged are rated null; where the tree came
/// from PRM800K they were rated 0.
/// </summary>
internal sealed class Prm800KWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record)
    {
        var groups = Groups(record);
        var steps = groups.Select((group, i) => Step(record, group, i + 1 < groups.Count ? groups[i + 1][0].ParentId : -1)).ToList();
        var isSolved = record.Leaf is not null;
        return RecordValue.Object(
            ("labeler", RecordValue.Of("synthfarm")),
            ("timestamp", RecordValue.Null),
            ("generation", RecordValue.Null),
            ("is_quality_control_question", RecordValue.Of(false)),
            ("is_initial_screening_question", RecordValue.Of(false)),
            ("question", RecordValue.Object(
                ("problem", RecordValue.Of(record.Problem.Statement)),
                ("ground_truth_answer", RecordValue.Of(record.Problem.Answer)),
                ("ground_truth_solution", record.Reference is { } reference ? RecordValue.Of(reference) : null))),
            ("label", RecordValue.Object(
                ("steps", RecordValue.Array(steps)),
                ("total_time", RecordValue.Of(0)),
                ("finish_reason", RecordValue.Of(isSolved ? "solution" : "found_error")))));
    }

    /// <summary>The siblings of each depth: a run of steps with one parent.</summary>
    private static List<List<ReasoningStep>> Groups(ExportedRecord record)
    {
        var groups = new List<List<ReasoningStep>>();
        foreach (var step in record.IsImported || record.Leaf is null or { Producer: AnswerSteps.Producer } ? record.Steps : record.Steps.Append(record.Leaf))
        {
            if (groups.Count == 0 || groups[^1][0].ParentId != step.ParentId)
            {
                groups.Add([]);
            }

            groups[^1].Add(step);
        }

        return groups;
    }

    private static RecordValue Step(ExportedRecord record, List<ReasoningStep> group, int goesOn)
    {
        var completions = group.Where(step => step.Producer != Prm800KReader.Human).ToList();
        var human = group.Find(step => step.Producer == Prm800KReader.Human);

        // In the last step the one that states the answer was chosen.
        var chosen = goesOn > 0 ? completions.FindIndex(step => step.Id == goesOn) : completions.FindIndex(step => StatesAnswer(record, step) && step.Verdict != Verdict.Wrong);
        return RecordValue.Object(
            ("completions", completions.Count == 0 ? RecordValue.Null : RecordValue.Array([.. completions.Select(step => Completion(record, step))])),
            ("human_completion", human is null ? RecordValue.Null : Completion(record, human)),
            ("chosen_completion", chosen < 0 ? RecordValue.Null : RecordValue.Of(chosen)));
    }

    private static RecordValue Completion(ExportedRecord record, ReasoningStep step) => RecordValue.Object(
        ("text", RecordValue.Of(Text(record, step))),
        ("rating", step.Verdict == Verdict.Unknown && !record.IsImported ? RecordValue.Null : RecordValue.Of((int)step.Verdict)),
        ("flagged", RecordValue.Of(false)));

    private static string Text(ExportedRecord record, ReasoningStep step)
    {
        if (step.Terminal == TerminalKind.Answer)
        {
            return "# Answer\n\n" + AnswerSteps.OneLine(step.Answer ?? "");
        }

        var text = StepVerdicts.Bare(step.Text, Prm800KReader.Delimiter);
        return Stated(record, step) is { } answer ? text + Prm800KReader.AnswerMark + answer : text;
    }

    private static bool StatesAnswer(ExportedRecord record, ReasoningStep step) => step.Terminal == TerminalKind.Answer || Stated(record, step) is not null;

    /// <summary>The answer an import found in the step and gave a step of its own.</summary>
    private static string? Stated(ExportedRecord record, ReasoningStep step) => record.Tree!.Children(step.Id).Select(id => record.Tree[id])
        .FirstOrDefault(child => child is { Terminal: TerminalKind.Answer, Producer: AnswerSteps.Producer })?.Answer;
}
