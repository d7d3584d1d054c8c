using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Tests.Answers;

/// <summary>
/// Tables of pairs: expected verdict @ gold answer @ answer @ statement, <c>|NL|</c> being a line break. "open" is wrong or unknown: not correct, and which of the two
/// is left open.
/// </summary>
internal static class AnswerCases
{
    public static void Check(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var failures = lines.Select(Failure).Where(failure => failure is not null).ToList();
        Assert.True(failures.Count == 0, $"{failures.Count} of {lines.Length} disagree:\n{string.Join('\n', failures)}");
    }

    private static string? Failure(string line)
    {
        var fields = line.Trim().Replace("|NL|", "\n").Split(" @ ");
        var verdict = AnswerVerification.Verify(fields[1], fields[2], fields.Length > 3 ? fields[3] : null);
        var agrees = fields[0] switch
        {
            "open" => verdict.Verdict != Verdict.Correct,
            "not wrong" => verdict.Verdict != Verdict.Wrong,
            _ => string.Equals(verdict.Verdict.ToString(), fields[0], StringComparison.OrdinalIgnoreCase),
        };
        return agrees ? null : $"{line.Trim()}: found {verdict.Verdict}, {verdict.Reason} ({verdict.Rule})";
    }
}
