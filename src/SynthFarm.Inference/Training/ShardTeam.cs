using System.Runtime.ExceptionServices;

namespace SynthFarm.Inference.Training;

/// <summary>
/// A fixed number of threads, the caller being the first, that run one phase of work together. Nothing is allocated per phase.
/// </summary>
internal sealed class ShardTeam : IDisposable
{
    private readonly Barrier _barrier;
    private readonly Exception?[] _errors;
    private Action<int>? _work;

    /// <param name="shards">Number of threads, at least 1.</param>
    public ShardTeam(int shards)
    {
        _barrier = new Barrier(shards);
        _errors = new Exception?[shards];
        for (int i = 1; i < shards; i++)
        {
            int shard = i;
            new Thread(() => Follow(shard)) { IsBackground = true, Name = $"trainer shard {shard}" }.Start();
        }
    }

    public int Shards => _errors.Length;

    /// <summary>Runs <paramref name="work"/> once per shard and returns when all have ended; the first shard's exception is thrown.</summary>
    public void Run(Action<int> work)
    {
        _work = work;
        _barrier.SignalAndWait();
        Do(work, 0);
        _barrier.SignalAndWait();
        for (int shard = 0; shard < _errors.Length; shard++)
            if (_errors[shard] is { } error)
            {
                Array.Clear(_errors);
                ExceptionDispatchInfo.Throw(error);
            }
    }

    public void Dispose()
    {
        _work = null;
        _barrier.SignalAndWait();
        if (_barrier.ParticipantCount == 1) _barrier.Dispose();
    }

    private void Follow(int shard)
    {
        while (true)
        {
            _barrier.SignalAndWait();
            if (_work is not { } work) return;
            Do(work, shard);
            _barrier.SignalAndWait();
        }
    }

    private void Do(Action<int> work, int shard)
    {
        try
        {
            work(shard);
        }
#pragma warning disable CA1031 // Kept and thrown by Run: an exception must not leave the others waiting at the barrier.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _errors[shard] = error;
        }
    }
}
