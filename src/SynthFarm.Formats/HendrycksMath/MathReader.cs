using SynthFarm.Core.Answers;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Sources.Folders;

namespace SynthFarm.Formats.HendrycksMath;

/// <summary>
/// MATH (hendrycks/math): <c>problem</c>, <c>level</c>, <c>type</c>, and <c>solution</c> with the answer in its last <c>\boxed{}</c>; one file per
/// problem in <c>train/SUBJECT/n.json</c>, or records of one file. MATH-500's <c>answer</c> and <c>unique_id</c> are taken where they are.
/// </summary>
internal sealed class MathReader : IFormatReader
{
    private static readonly string[] _splits = ["train", "test"];

    public ReadOutcome Read(RecordFields record)
    {
        var problem = record.Text("problem");
        var solution = record.Text("solution");
        var (level, type, given) = (record.OptionalTextOrNumber("level"), record.OptionalText("type"), record.OptionalText("answer"));
        var (id, path) = (record.OptionalText("unique_id"), record.OptionalText(JsonFolderSource.PathField));
        var answer = given ?? (solution.Length == 0 ? null : AnswerExtraction.LastBoxed(solution));
        if (solution.Length > 0 && string.IsNullOrWhiteSpace(answer))
        {
            record.Fault(record.Find("solution")!, "solution", "found no answer in a \\boxed{} whose braces are balanced; allowed is a solution with one");
        }

        return record.IsSound
            ? new ImportedRecord
            {
                Id = WithoutEnding(id ?? path),
                Statement = problem,
                Answer = answer!,
                Topic = type ?? record.OptionalText("subject"),
                Level = level,
                Split = path?.Split('/').FirstOrDefault(part => _splits.Contains(part)),
                Meta = RecordValue.Object((ExportedRecord.ReferenceSolution, RecordValue.Of(solution))),
                Solution = ReferenceSteps.Of(solution, answer, "math"),
            }
            : ReadOutcome.None;
    }

    private static string? WithoutEnding(string? path) => path is not null && path.EndsWith(".json", StringComparison.Ordinal) ? path[..^".json".Length] : path;
}
