using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;

namespace SynthFarm.TestKit;

/// <summary>An answer is what follows <c>Answer:</c> on the last line, and right when it equals the gold answer to the letter.</summary>
public sealed class StatedAnswerChecker : IAnswerChecker
{
    private const string Label = "Answer:";

    public string Version => "stated/1";

    public string? Extract(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var at = response.LastIndexOf(Label, StringComparison.Ordinal);
        return at < 0 ? null : response[(at + Label.Length)..].Trim();
    }

    public AnswerVerdict Check(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return answer == problem.Answer
            ? new AnswerVerdict(Verdict.Correct, "equal to the gold answer", "stated", answer)
            : new AnswerVerdict(Verdict.Wrong, $"{answer} is not {problem.Answer}", "stated", answer);
    }
}
