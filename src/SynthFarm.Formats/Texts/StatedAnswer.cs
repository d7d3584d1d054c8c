using SynthFarm.Core.Answers;

namespace SynthFarm.Formats.Texts;

/// <summary>The answer a solution announces. A text that announces none has none: a last line or number would be a guess.</summary>
internal static class StatedAnswer
{
    private const string TheAnswerIs = "answer is";

    /// <summary>A box, what follows <c>####</c> or <c>Answer:</c>, or "the answer is ..."; null where there is none of these.</summary>
    public static string? Of(string solution)
    {
        var isAnnounced = AnswerExtraction.LastBoxed(solution) is not null
            || AnswerExtraction.AfterHashes(solution) is not null
            || AnswerExtraction.AfterMarker(solution) is not null
            || solution.Contains(TheAnswerIs, StringComparison.OrdinalIgnoreCase);
        return isAnnounced && TextAnswerExtraction.Extract(solution) is { } answer && !string.IsNullOrWhiteSpace(answer) ? answer : null;
    }
}
