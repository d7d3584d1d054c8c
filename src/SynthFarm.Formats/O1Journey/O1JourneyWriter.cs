using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.O1Journey;

/// <summary>Writes O1-Journey's three fields: the thought with <c>#### answer</c> behind it.</summary>
internal sealed class O1JourneyWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record) => RecordValue.Object(
        ("question", RecordValue.Of(record.Problem.Statement)),
        ("answer", RecordValue.Of(record.Problem.Answer)),
        ("longCOT", RecordValue.Of($"{record.Thought}{(record.Thought.Length == 0 || record.Thought.EndsWith('\n') || record.IsImported ? "" : "\n")}{O1JourneyReader.Mark} {record.Leaf?.Answer ?? record.Problem.Answer}")));
}
