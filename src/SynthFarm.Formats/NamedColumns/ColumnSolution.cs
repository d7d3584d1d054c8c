using SynthFarm.Core.Answers;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.NamedColumns;

/// <summary>The answer that a whole solution states, in the words of the problem's own checker.</summary>
internal static class ColumnSolution
{
    /// <summary>Null when it states none; for a text with no announcement its last formula or number stands for it.</summary>
    public static string? Stated(ImportedRecord record, string solution)
    {
        var answer = AnswerCheckers.ForKind(record.Kind).Extract(solution);
        return string.IsNullOrWhiteSpace(answer) ? null : answer;
    }
}
