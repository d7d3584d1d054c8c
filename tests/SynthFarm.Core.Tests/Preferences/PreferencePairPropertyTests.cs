using SynthFarm.Core.Answers;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Randomness;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Core.Tests.Preferences;

/// <summary>What holds for the pairs and labels of any tree, hostile text included.</summary>
public sealed class PreferencePairPropertyTests
{
    private static readonly StepEvidence[] Evidence = Enum.GetValues<StepEvidence>();

    [Fact]
    public void No_pair_compares_equal_texts_or_the_same_texts_twice_and_whole_paths_end_as_their_side_says()
    {
        foreach (var (tree, seed) in Trees(300))
        {
            var options = new PreferenceOptions
            {
                Answer = new() { Pairs = 1 + (int)(seed % 9), Rule = (PairRule)(seed % 2) },
                Step = new() { By = Evidence[seed % (ulong)Evidence.Length], Margin = 0.1 },
            };
            foreach (var level in Enum.GetValues<PairLevel>())
            {
                var result = Judged.Pairs(tree, level, options, seed);
                Assert.Equal(result.Pairs.Count == 0, result.Refusal is not null);
                Assert.Equal(result.Pairs.Count, result.Pairs.Select(p => (p.Chosen.Text, p.Rejected.Text)).Distinct().Count());
                Assert.All(result.Pairs, pair => AssertPair(tree, pair));
                Assert.Equal(result.Pairs, Judged.Pairs(tree, level, options, seed).Pairs);
            }
        }
    }

    [Fact]
    public void Labelled_paths_are_longest_and_every_leaf_is_accounted_for()
    {
        foreach (var (tree, seed) in Trees(300))
        {
            var options = new StepLabelOptions { Source = Evidence[seed % 6], AfterError = (AfterError)(seed % 2) };
            var refused = 0;
            var paths = new StepLabeller(options).Paths(tree, _ => refused++).ToList();
            Assert.Equal(tree.Leaves.Count(), paths.Count + refused);
            Assert.Equal(paths.Count, paths.Select(p => p.Steps[^1].Id).Distinct().Count());
            foreach (var path in paths)
            {
                Assert.Equal(tree.Tree.PathTo(path.Steps[^1].Id), path.Steps);
                Assert.Equal((path.Steps.Count, path.Steps.Count), (path.Labels.Count, path.Scores.Count));
                Assert.DoesNotContain(paths, other => other != path && other.Steps.Take(path.Steps.Count).SequenceEqual(path.Steps));
                var firstWrong = path.Labels.ToList().IndexOf(false);
                Assert.True(firstWrong < 0 || (options.AfterError == AfterError.Cut ? firstWrong == path.Labels.Count - 1 : path.Labels.Skip(firstWrong).All(right => !right)));
            }
        }
    }

    private static void AssertPair(JudgedTree tree, PreferencePair pair)
    {
        Assert.NotEqual(pair.Chosen.Text, pair.Rejected.Text);
        Assert.Equal(pair.Chosen.Text[..pair.SharedLength], pair.Rejected.Text[..pair.SharedLength]);
        if (pair.Level == PairLevel.Step)
        {
            Assert.Equal(tree.Tree[pair.Chosen.StepId].ParentId, tree.Tree[pair.Rejected.StepId].ParentId);
            Assert.True(pair.Chosen.Score - pair.Rejected.Score >= 0.1);
        }
        else
        {
            Assert.Equal((Verdict.Correct, Verdict.Wrong), (tree.AnswerOf(pair.Chosen.StepId), tree.AnswerOf(pair.Rejected.StepId)));
        }
    }

    private static IEnumerable<(JudgedTree Tree, ulong Seed)> Trees(int count)
    {
        for (var seed = 0UL; seed < (ulong)count; seed++)
        {
            var random = new Seed(seed).CreateRandom();
            var problem = RandomTrees.CreateProblem(random, (int)seed);
            var tree = RandomTrees.Create(random, problem, $"tree-{seed}");
            yield return (new JudgedTree(tree, new AgreeingChecker(tree), null), seed);
        }
    }

    /// <summary>Agrees with the tree's first verdict on an answer.</summary>
    private sealed class AgreeingChecker(Core.Reasoning.ReasoningTree tree) : IAnswerChecker
    {
        public string Version => "agreeing/1";

        public string? Extract(string response)
            => tree.Steps.LastOrDefault(step => step.Answer is not null && response.EndsWith(step.Text, StringComparison.Ordinal))?.Answer;

        public AnswerVerdict Check(Core.Problems.Problem problem, string answer) => tree.Steps.First(step => step.Answer == answer).AnswerVerdict;
    }
}
