using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Still;

/// <summary>Writes STILL-2's three fields.</summary>
internal sealed class StillWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record) => RecordValue.Object(
        ("question", RecordValue.Of(record.Problem.Statement)),
        ("combined_text", RecordValue.Of(record.Response(ThoughtForm.Still))),
        ("domain", RecordValue.Of(record.Problem.Topic ?? "math")));
}
