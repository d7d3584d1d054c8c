using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Gsm8k;

/// <summary>GSM8K (openai/grade-school-math): <c>question</c>, and <c>answer</c>, a solution by lines that ends with <c>#### n</c>.</summary>
internal sealed class Gsm8kReader : IFormatReader
{
    public const string Mark = "####";

    public ReadOutcome Read(RecordFields record)
    {
        var question = record.Text("question");
        var text = record.Text("answer");
        if (!record.IsSound)
        {
            return ReadOutcome.None;
        }

        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        var answer = at < 0 ? "" : text[(at + Mark.Length)..].Trim();
        if (answer.Length == 0)
        {
            record.Fault(record.Find("answer")!, "answer", $"found {(at < 0 ? "no line that begins with ####" : "nothing behind ####")}; allowed is a solution whose last line is '#### ' and the answer");
            return ReadOutcome.None;
        }

        var solution = text[..at];
        return new ImportedRecord
        {
            Statement = question,
            Answer = answer,
            Meta = RecordValue.Object((ExportedRecord.ReferenceSolution, RecordValue.Of(solution.TrimEnd('\n')))),
            Solution = ReferenceSteps.Of(solution, answer, "gsm8k"),
        };
    }
}
