using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.O1Journey;

/// <summary>O1-Journey (GAIR): <c>question</c>, <c>answer</c>, and <c>longCOT</c>, a long thought that ends with <c>#### answer</c>.</summary>
internal sealed class O1JourneyReader : IFormatReader
{
    public const string Mark = "####";

    public ReadOutcome Read(RecordFields record)
    {
        var question = record.Text("question");
        var answer = record.TextOrNumber("answer");
        var text = record.Text("longCOT");
        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        var stated = at < 0 ? "" : text[(at + Mark.Length)..].Trim();
        if (text.Length > 0 && stated.Length == 0)
        {
            record.Fault(record.Find("longCOT")!, "longCOT", $"found {(at < 0 ? "no ####" : "nothing behind ####")}; allowed is a thought that ends with '#### ' and the answer");
        }

        return record.IsSound
            ? new ImportedRecord { Statement = question, Answer = answer, Solution = ReferenceSteps.Of(text[..at], stated, "o1-journey") }
            : ReadOutcome.None;
    }
}
