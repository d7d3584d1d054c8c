using System.Text.Json;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Corpus.Tests.Trees;

public sealed class TreeRoundTripTests : IDisposable
{
    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Whatever_a_tree_holds_comes_back_as_it_was()
    {
        var random = new Seed(20260101).CreateRandom();
        var written = Enumerable.Range(0, 200).Select(n => Random(random, n)).ToList();
        using (var corpus = LiveCorpus.Open(_run.Path, FinishedProblems.Lineage))
        {
            foreach (var batch in written.Chunk(40))
            {
                await corpus.CommitAsync(batch);
            }
        }

        var read = CorpusReader.Open(_run.Path).Read().ToDictionary(p => p.Problem.Id);
        Assert.Equal(written.Count, read.Count);
        foreach (var expected in written)
        {
            var actual = read[expected.Problem.Id];
            Assert.Equal(expected.Problem.ContentHash, actual.Problem.ContentHash);
            Assert.Equal(expected.Problem.HasGivenId, actual.Problem.HasGivenId);
            Assert.Equal((expected.Outcome, expected.Reason, expected.SearchEnd, expected.Verifier), (actual.Outcome, actual.Reason, actual.SearchEnd, actual.Verifier));
            AssertEqual(expected.Tree, actual.Tree);
        }
    }

    /// <summary>Every property is compared, so that one added later cannot be forgotten.</summary>
    private static void AssertEqual(ReasoningTree? expected, ReasoningTree? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is null || actual is null)
        {
            return;
        }

        Assert.Equal(expected.GeneratedTokens, actual.GeneratedTokens);
        Assert.Equal(TreeText.Describe(expected, withStatistics: true), TreeText.Describe(actual, withStatistics: true));
        Assert.Equal(JsonSerializer.Serialize(expected.Steps), JsonSerializer.Serialize(actual.Steps));
        Assert.Equal(
            JsonSerializer.Serialize(expected.Steps.Select(s => expected.Statistics(s.Id))),
            JsonSerializer.Serialize(actual.Steps.Select(s => actual.Statistics(s.Id))));
    }

    private static FinishedProblem Random(StableRandom random, int number)
    {
        var problem = RandomTrees.CreateProblem(random, number);
        return new FinishedProblem
        {
            Problem = problem,
            Tree = random.Next(8) == 0 ? null : RandomTrees.Create(random, problem, $"tree-{number}"),
            Outcome = (ProblemOutcome)random.Next(4),
            Reason = random.Next(2) == 0 ? null : RandomTrees.Text(random),
            SearchEnd = random.Next(2) == 0 ? null : (SearchEnd)random.Next(7),
            Verifier = RandomTrees.Text(random),
        };
    }
}
