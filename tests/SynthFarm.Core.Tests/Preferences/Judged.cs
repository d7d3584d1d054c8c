using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Preferences;

/// <summary>Judged trees from text, and pairs of them.</summary>
internal static class Judged
{
    /// <summary>A tree whose stored verdicts on answers stand.</summary>
    public static JudgedTree Of(string text, IStepChecker? steps = null, Problem? problem = null)
        => new(Trees.Parse(text, problem), new TrustingChecker(), steps);

    public static PairResult Pairs(JudgedTree tree, PairLevel level, PreferenceOptions? options = null, ulong seed = 7)
        => new PreferencePairDeriver(options ?? new PreferenceOptions(), ThoughtDialect.Think).Derive(tree, level, new Seed(seed));

    /// <summary>The pairs as <c>chosen>rejected</c> by step id.</summary>
    public static IReadOnlyList<string> Ids(PairResult result) => [.. result.Pairs.Select(pair => $"{pair.Chosen.StepId}>{pair.Rejected.StepId}")];

    /// <summary>Agrees with whatever the tree of the test says: an answer that begins with 1 is correct.</summary>
    private sealed class TrustingChecker : IAnswerChecker
    {
        public string Version => "trusting/1";

        public string? Extract(string response) => response.LastIndexOf("Answer: ", StringComparison.Ordinal) is >= 0 and var at ? response[(at + 8)..] : null;

        public AnswerVerdict Check(Problem problem, string answer) => new(answer.StartsWith('1') ? Verdict.Correct : Verdict.Wrong, "as the test says", "test");
    }
}
