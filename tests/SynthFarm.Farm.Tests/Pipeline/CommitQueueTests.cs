using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Farm.Tests.Pipeline;

public sealed class CommitQueueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly LiveCorpus _corpus;
    private readonly System.Collections.Concurrent.ConcurrentQueue<int> _commits = [];
    private readonly SemaphoreSlim _committed = new(0);

    public CommitQueueTests() => _corpus = LiveCorpus.Open(_folder.Path, new CorpusLineage
    {
        RunId = "r", ConfigHash = GrownTrees.ConfigHash, Seed = 0, PolicyModel = "p", RewardModel = "q", Search = "beam",
    });

    public void Dispose()
    {
        _corpus.Dispose();
        _committed.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_batch_is_committed_without_waiting()
    {
        var (queue, running) = Start(new CommitOptions { MaxProblems = 3, MaxSeconds = 3600 });
        await AddAsync(queue, 1, 3);
        await _committed.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([3], _commits);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task A_batch_that_is_large_enough_is_committed_without_waiting()
    {
        var (queue, running) = Start(new CommitOptions { MaxProblems = 100, MaxBytes = 1024, MaxSeconds = 3600 });
        await AddAsync(queue, 1, 1);
        await _committed.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([1], _commits);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task A_lonely_problem_is_committed_when_it_is_old_enough()
    {
        var (queue, running) = Start(new CommitOptions { MaxProblems = 100, MaxSeconds = 5 });
        await AddAsync(queue, 1, 1);
        while (!_committed.Wait(5))
        {
            Assert.DoesNotContain(_commits, count => count != 1);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(_clock.GetUtcNow() >= new DateTimeOffset(2030, 1, 1, 0, 0, 5, TimeSpan.Zero));
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task What_is_left_at_the_end_is_committed()
    {
        var (queue, running) = Start(new CommitOptions { MaxProblems = 100, MaxSeconds = 3600 });
        await AddAsync(queue, 1, 4);
        queue.Complete();
        await running;
        Assert.Equal(4, _commits.Sum());
        Assert.Equal(4, _corpus.Counts.Problems);
    }

    private (CommitQueue Queue, Task Running) Start(CommitOptions options)
    {
        var queue = new CommitQueue(_corpus, options, _clock, CrashPoint.None, batch =>
        {
            _commits.Enqueue(batch.Count);
            _committed.Release();
        });
        return (queue, queue.RunAsync(default));
    }

    private static async Task AddAsync(CommitQueue queue, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            var (tree, _) = await GrownTrees.GrowAsync(number);
            await queue.AddAsync(new FinishedProblem { Problem = Some.Problem(number), Tree = tree, Outcome = ProblemOutcome.Exhausted, Verifier = "stated/1" }, default);
        }
    }
}
