using SynthFarm.Core.Answers;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.MathShepherd;

/// <summary>
/// Math-Shepherd (2312.08935): <c>input</c>, the question and its steps, each of which ends with the step tag; <c>label</c>, the same text with
/// <c>+</c> or <c>-</c> in place of each tag; <c>task</c>. A step's label says whether a completion from there reached the gold answer. That
/// answer itself is not given: a solution whose last label is <c>+</c> states it.
/// </summary>
internal sealed class MathShepherdReader : IFormatReader
{
    /// <summary>The step tag.</summary>
    public const string Tag = "ки";

    public const string FirstStep = "Step 1:";
    public const string Delimiter = "\n";

    public ReadOutcome Read(RecordFields record)
    {
        var input = record.Text("input");
        var label = record.Text("label");
        var task = record.OptionalText("task");
        if (!record.IsSound)
        {
            return ReadOutcome.None;
        }

        var start = input.IndexOf(FirstStep, StringComparison.Ordinal);
        if (start <= 0 || string.IsNullOrWhiteSpace(input[..start]))
        {
            record.Fault(record.Find("input")!, "input", $"found no question before '{FirstStep}'; allowed is the question and then '{FirstStep}'");
            return ReadOutcome.None;
        }

        var texts = Steps(record, input, start);
        var verdicts = Labels(record, input, label);
        if (!record.IsSound)
        {
            return ReadOutcome.None;
        }

        var answer = StatedAnswer.Of(texts[^1]);
        var isRight = verdicts[^1] == Verdict.Correct;
        var steps = ImportedStep.Chain(texts.Select(text => text + Delimiter), "math-shepherd")
            .Select((step, i) => step with { Verdict = verdicts[i], Critique = verdicts[i] == Verdict.Wrong ? StepVerdicts.NoReason : null })
            .ToList();
        steps[^1] = steps[^1] with { States = answer };
        return new ImportedRecord
        {
            Statement = input[..start].Trim(),
            Answer = isRight ? answer : null,
            Topic = task,
            Solution = new ImportedSolution { Steps = steps, Label = answer is null ? null : isRight },
        };
    }

    private static List<string> Steps(RecordFields record, string input, int start)
    {
        var pieces = input[start..].Split(Tag);
        if (pieces.Length < 2)
        {
            record.Fault(record.Find("input")!, "input", $"found no step tag '{Tag}'; allowed is one behind each step");
        }
        else if (!string.IsNullOrWhiteSpace(pieces[^1]))
        {
            record.Fault(record.Find("input")!, "input", $"found {QuotedText.Of(pieces[^1].Trim())} behind the last step tag; allowed is nothing");
        }

        return [.. pieces[..^1].Select(piece => piece.Trim())];
    }

    private static List<Verdict> Labels(RecordFields record, string input, string label)
    {
        var verdicts = new List<Verdict>();
        var pieces = input.Split(Tag);
        var at = 0;
        for (var i = 0; i < pieces.Length - 1; i++)
        {
            var piece = pieces[i];
            var mark = at + piece.Length;
            if (mark >= label.Length)
            {
                record.Fault(record.Find("label")!, "label", $"found {i} labels for {pieces.Length - 1} steps; allowed is one for each step tag of the input");
                return verdicts;
            }

            if (string.CompareOrdinal(label, at, piece, 0, piece.Length) != 0 || label[mark] is not ('+' or '-'))
            {
                record.Fault(record.Find("label")!, "label", $"found {QuotedText.Of(label.AsSpan(at, mark - at + 1))} for step {i + 1}; allowed is the text of the input with + or - in place of the step tag");
                return verdicts;
            }

            verdicts.Add(label[mark] == '+' ? Verdict.Correct : Verdict.Wrong);
            at = mark + 1;
        }

        if (label.AsSpan(at).Trim() is { IsEmpty: false } rest && record.IsSound)
        {
            record.Fault(record.Find("label")!, "label", $"found {QuotedText.Of(rest)} behind the label of the last step; allowed is nothing");
        }

        return verdicts;
    }
}
