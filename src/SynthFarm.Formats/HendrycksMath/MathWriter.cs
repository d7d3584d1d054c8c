using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.HendrycksMath;

/// <summary>Writes MATH's four fields. A solution that boxes no answer gets a last line that does.</summary>
internal sealed class MathWriter : IFormatWriter
{
    public RecordValue Write(ExportedRecord record)
    {
        var solution = (record.Tree is null ? record.Reference : record.Thought) ?? "";
        return RecordValue.Object(
            ("problem", RecordValue.Of(record.Problem.Statement)),
            ("level", record.Problem.Level is { } level ? RecordValue.Of(level) : null),
            ("type", record.Problem.Topic is { } topic ? RecordValue.Of(topic) : null),
            ("solution", RecordValue.Of(WithBox(solution, record.Problem.Answer))));
    }

    private static string WithBox(string solution, string answer)
    {
        if (solution.Contains("\\boxed", StringComparison.Ordinal))
        {
            return solution;
        }

        var text = solution.TrimEnd('\n');
        return $"{text}{(text.Length == 0 ? "" : "\n")}The answer is $\\boxed{{{answer}}}$.";
    }
}
