using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Core.Tests.Search;

/// <summary>Grows trees from a table that says what follows what, for examples computed by hand.</summary>
internal static class Drawn
{
    /// <summary>
    /// A tree of <see cref="Some.Problem"/>, whose answer is 7. The n-th candidate of a step is the n-th text that the table has for the step's
    /// text (the root's is empty), and the first again after the last. A text that begins with <c>Answer:</c> ends its path. Scores are by text,
    /// 0.5 where none is given.
    /// </summary>
    public static async Task<(ReasoningTree Tree, SearchEnd End)> GrowAsync(
        ITreeSearch search, Dictionary<string, string[]> next, Dictionary<string, float> scores, SearchBudget? budget = null)
    {
        var tree = new ReasoningTree("drawn", Some.Problem());
        var drawn = new Dictionary<string, int>();
        var policy = new ScriptedPolicyModel((request, _) =>
        {
            var path = string.Concat(request.Path.Select(step => step.Text));
            var texts = next[request.Path.Count == 0 ? "" : request.Path[^1].Text.TrimEnd('\n')];
            var at = drawn[path] = drawn.GetValueOrDefault(path, -1) + 1;
            var text = texts[at % texts.Length];
            return text.StartsWith("Answer:", StringComparison.Ordinal)
                ? ScriptedPolicyModel.Candidate(text, StepFinish.EndOfText)
                : ScriptedPolicyModel.Candidate(text + "\n", StepFinish.Delimiter);
        });
        var end = await search.GrowAsync(tree, new SearchContext
        {
            Policy = policy,
            Reward = new ScriptedRewardModel((_, candidate) => new StepReward(scores.GetValueOrDefault(candidate.Text.TrimEnd('\n'), 0.5f))),
            Answers = new StatedAnswerChecker(),
            Budget = budget ?? new SearchBudget(),
            Sampling = new SamplingOptions(),
            Seed = new Seed(1),
        }, default);
        return (tree, end);
    }

    /// <summary>Where the one step with this text is.</summary>
    public static ReasoningStep Step(this ReasoningTree tree, string text) => tree.Steps.Single(step => step.Text.TrimEnd('\n') == text);

    /// <summary>The steps' texts in order of appending.</summary>
    public static IEnumerable<string> Texts(this ReasoningTree tree) => tree.Steps.Skip(1).Select(step => step.Text.TrimEnd('\n'));
}
