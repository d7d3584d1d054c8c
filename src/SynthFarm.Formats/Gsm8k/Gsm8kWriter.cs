using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Gsm8k;

/// <summary>Writes GSM8K's two fields: the question, and the steps with <c>#### n</c> behind them.</summary>
internal sealed class Gsm8kWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record)
    {
        var solution = (record.Tree is null ? record.Reference : record.Thought)?.TrimEnd('\n') ?? "";
        return RecordValue.Object(
            ("question", RecordValue.Of(record.Problem.Statement)),
            ("answer", RecordValue.Of($"{solution}{(solution.Length == 0 ? "" : "\n")}{Gsm8kReader.Mark} {record.Problem.Answer}")));
    }
}
