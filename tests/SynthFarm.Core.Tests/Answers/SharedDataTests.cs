using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Tests.Answers;

public class SharedDataTests
{
    [Fact]
    public void Equivalence_pairs_agree_but_for_three()
    {
        var pairs = SharedData.Lines("answer-equivalence.jsonl").ToList();
        var disagreements = new List<string>();
        foreach (var pair in pairs)
        {
            var (gold, answer) = (pair.GetProperty("gold").GetString()!, pair.GetProperty("answer").GetString()!);
            var verdict = AnswerVerification.Verify(gold, answer);
            if (verdict.Verdict == Verdict.Correct != (pair.GetProperty("expected").GetString() == "correct"))
            {
                disagreements.Add($"{pair.GetProperty("group")}: {Tail(gold)} | {Tail(answer)} | {TextAnswerChecker.Instance.Extract(answer)} | {verdict}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', disagreements));
        Assert.True(pairs.Count - disagreements.Count >= 94, $"{pairs.Count - disagreements.Count} of {pairs.Count} agree; not\n{string.Join('\n', disagreements)}");
    }

    [Fact]
    public void Verdicts_on_model_solutions_agree_with_their_labels()
    {
        var solutions = SharedData.Lines("gsm8k-model-solutions.jsonl").ToList();
        var disagreements = new List<string>();
        foreach (var solution in solutions)
        {
            var (gold, answer) = (solution.GetProperty("gold").GetString()!, solution.GetProperty("answer").GetString()!);
            var verdict = AnswerVerification.Verify(gold, answer, solution.GetProperty("problem").GetString());
            if (verdict.Verdict == Verdict.Correct != (solution.GetProperty("expected").GetString() == "correct"))
            {
                disagreements.Add($"{gold} | {Tail(answer)} | {TextAnswerChecker.Instance.Extract(answer)} | {verdict}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', disagreements));
        Assert.True(disagreements.Count <= solutions.Count / 200, $"{disagreements.Count} of {solutions.Count} disagree:\n{string.Join('\n', disagreements)}");
    }

    private static string Tail(string text) => text.Length > 200 ? $"...{text[^200..]}" : text;
}
