using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Still;

/// <summary>
/// STILL-2's long-form thought data: <c>question</c>, <c>combined_text</c> (thought and solution between their markers) and <c>domain</c>. The
/// solution's own answer is the gold answer; one that announces none (code, puzzles) is left out.
/// </summary>
internal sealed class StillReader : IFormatReader
{
    public ReadOutcome Read(RecordFields record)
    {
        var question = record.Text("question");
        var text = record.Text("combined_text");
        var domain = record.OptionalText("domain");
        var (thought, solution) = ("", "");
        if (text.Length > 0 && !ThoughtForm.Still.TrySplit(text, out thought, out solution, out var fault))
        {
            record.Fault(record.Find("combined_text")!, "combined_text", fault);
        }

        return record.IsSound ? ResponseSteps.Record(question, null, thought, solution, ThoughtForm.Still, "still") is { } read
            ? read with { Topic = domain }
            : ReadOutcome.Without(ResponseSteps.NoAnswer)
            : ReadOutcome.None;
    }
}
