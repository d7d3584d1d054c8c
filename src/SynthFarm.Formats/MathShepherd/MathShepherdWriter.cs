using System.Globalization;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.MathShepherd;

/// <summary>
/// Writes Math-Shepherd's two texts. A step that nobody judged is <c>+</c> when a correct answer was found below it in the tree, as the paper's
/// hard estimate says, and <c>-</c> otherwise.
/// </summary>
internal sealed class MathShepherdWriter : IFormatWriter
{
    private const string AnswerIs = "The answer is: ";

    public RecordValue Write(ExportedRecord record)
    {
        var leads = record.IsImported || record.Tree is null ? [] : Leads(record.Tree);
        var texts = Texts(record);
        var labels = record.Steps.Concat(record.IsImported || record.Leaf is null || texts.Count == record.Steps.Count ? [] : [record.Leaf])
            .Select(step => step.Verdict == Verdict.Correct || (step.Verdict == Verdict.Unknown && leads.Contains(step.Id)) ? "+" : "-")
            .ToList();
        return RecordValue.Object(
            ("input", RecordValue.Of(Join(record, texts, _ => MathShepherdReader.Tag))),
            ("label", RecordValue.Of(Join(record, texts, i => labels[i]))),
            ("task", record.Problem.Topic is { } topic ? RecordValue.Of(topic) : null));
    }

    private static List<string> Texts(ExportedRecord record)
    {
        var texts = record.Steps.Select(step => StepVerdicts.Bare(step.Text, MathShepherdReader.Delimiter)).ToList();
        if (record.IsImported)
        {
            return texts;
        }

        if (record.Leaf?.Answer is { } answer && !texts.Exists(text => text.Contains(AnswerIs, StringComparison.Ordinal)))
        {
            texts.Add(AnswerIs + Formats.Texts.AnswerSteps.OneLine(answer));
        }

        return [.. texts.Select((text, i) => string.Create(CultureInfo.InvariantCulture, $"Step {i + 1}: ") is var head && text.StartsWith(head, StringComparison.Ordinal) ? text : head + text)];
    }

    private static string Join(ExportedRecord record, List<string> texts, Func<int, string> mark) =>
        $"{record.Problem.Statement} {string.Join('\n', texts.Select((text, i) => $"{text} {mark(i)}"))}";

    /// <summary>The steps below which, or at which, a correct answer was found.</summary>
    private static HashSet<int> Leads(ReasoningTree tree) =>
        [.. tree.CorrectLeaves().SelectMany(leaf => tree.PathTo(leaf.Id)).Select(step => step.Id)];
}
