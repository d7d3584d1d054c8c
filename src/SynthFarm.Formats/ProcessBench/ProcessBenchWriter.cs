using System.Globalization;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.ProcessBench;

/// <summary>Writes ProcessBench's fields. The id is the problem's with the leaf behind it, the generator the policy that wrote the last step.</summary>
internal sealed class ProcessBenchWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record) => RecordValue.Object(
        ("id", RecordValue.Of(string.Create(CultureInfo.InvariantCulture, $"{record.Problem.Id}-{record.Leaf?.Id ?? 0}"))),
        ("generator", RecordValue.Of(record.Steps is [.., var last] ? last.Producer : record.Leaf?.Producer ?? "")),
        ("problem", RecordValue.Of(record.Problem.Statement)),
        ("steps", RecordValue.Array([.. Texts(record).Select(text => RecordValue.Of(text))])),
        ("final_answer_correct", RecordValue.Of(record.IsImported ? record.Leaf?.Verdict == Core.Answers.Verdict.Correct : record.Leaf?.IsCorrectLeaf == true)),
        ("label", RecordValue.Of(record.FirstWrong ?? -1)));

    private static IEnumerable<string> Texts(ExportedRecord record)
    {
        var texts = record.Steps.Select(step => StepVerdicts.Bare(step.Text, ProcessBenchReader.Delimiter));
        return record.IsImported || record.Leaf is not { } leaf ? texts : texts.Append(leaf.Text.TrimEnd('\n'));
    }
}
