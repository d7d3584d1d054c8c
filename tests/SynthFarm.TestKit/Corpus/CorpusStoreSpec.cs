using SynthFarm.Corpus.Store;

namespace SynthFarm.TestKit.Corpus;

/// <summary>What every corpus store promises (<see cref="ICorpusStore"/>). An implementation proves itself by inheriting this suite.</summary>
public abstract class CorpusStoreSpec
{
    /// <summary>A new store without anything in it.</summary>
    protected abstract ICorpusStore Create();

    /// <summary>Ends the store and opens it again.</summary>
    protected abstract ICorpusStore Reopen(ICorpusStore store);

    /// <summary>Everything that is committed, in ordinal order of the ids.</summary>
    protected abstract IReadOnlyList<FinishedProblem> Read(ICorpusStore store);

    [Fact]
    public async Task Committed_problems_are_there_after_reopening()
    {
        var store = Create();
        await store.CommitAsync(FinishedProblems.Mixture(20));
        var counts = store.Counts;
        store = Reopen(store);
        Assert.Equal(counts, store.Counts);
        Assert.Equal(14, counts.Accepted);
        Assert.Equal(4, counts.Exhausted);
        Assert.Equal(2, counts.Failed);
        Assert.Equal(FinishedProblems.Mixture(20).Sum(p => p.Tree?.GeneratedTokens ?? 0), counts.Tokens);
        Assert.Equal(FinishedProblems.Mixture(20).Select(p => p.Problem.Id).Order(StringComparer.Ordinal), Read(store).Select(p => p.Problem.Id));
        Assert.All(FinishedProblems.Mixture(20), p => Assert.Equal(p.Outcome, store.Find(p.Problem.Id, p.Problem.ContentHash)));
    }

    [Fact]
    public async Task Committing_again_changes_nothing()
    {
        var store = Create();
        await store.CommitAsync(FinishedProblems.Mixture(12));
        var counts = store.Counts;
        await store.CommitAsync(FinishedProblems.Mixture(12));
        await store.CommitAsync([.. FinishedProblems.Mixture(12).Reverse()]);
        Assert.Equal(counts, store.Counts);
        Assert.Equal(12, Read(Reopen(store)).Count);
    }

    [Fact]
    public async Task Of_one_id_in_a_batch_the_last_counts()
    {
        var store = Create();
        await store.CommitAsync([FinishedProblems.Failed(1), FinishedProblems.Accepted(1)]);
        Assert.Equal(new CorpusCounts(1, 0, 0, 0, 5, 15), store.Counts);
    }

    [Fact]
    public async Task A_failed_problem_gives_way_and_an_accepted_one_does_not()
    {
        var store = Create();
        var accepted = FinishedProblems.Accepted(1);
        await store.CommitAsync([FinishedProblems.Failed(1)]);
        await store.CommitAsync([accepted]);
        await store.CommitAsync([accepted with { Outcome = ProblemOutcome.Cancelled, Reason = "too late" }]);
        store = Reopen(store);
        Assert.Equal(ProblemOutcome.Accepted, store.Find("p-1", accepted.Problem.ContentHash));
        Assert.Equal(1, store.Counts.Problems);
        Assert.Equal(ProblemOutcome.Accepted, Assert.Single(Read(store)).Outcome);
    }

    [Fact]
    public async Task A_problem_with_other_contents_is_not_finished_and_gives_way_when_it_is()
    {
        var store = Create();
        var (before, after) = (FinishedProblems.Accepted(1), FinishedProblems.Accepted(1, level: "hard"));
        await store.CommitAsync([before]);
        Assert.Null(store.Find("p-1", after.Problem.ContentHash));
        await store.CommitAsync([after]);
        Assert.Null(store.Find("p-1", before.Problem.ContentHash));
        Assert.Equal("hard", Assert.Single(Read(Reopen(store))).Problem.Level);
    }

    [Fact]
    public async Task Concurrent_commits_are_all_there()
    {
        var store = Create();
        await Task.WhenAll(FinishedProblems.Mixture(30).Chunk(3).Select(batch => store.CommitAsync(batch)));
        Assert.Equal(30, store.Counts.Problems);
        Assert.Equal(30, Read(Reopen(store)).Count);
    }
}
