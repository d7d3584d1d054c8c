using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// The engine's thread: lets jobs in, computes passes, tells callers. Jobs join and leave between passes (Yu et al. 2022, "Orca", calls
/// it iteration-level scheduling). While there is nothing to do it waits in the kernel.
/// </summary>
internal sealed class EngineLoop : IDisposable
{
    private readonly PrefixCache _cache;
    private readonly EngineAdmission _admission;
    private readonly EngineStep _step;
    private readonly Action<int> _leftQueue;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Lock _gate = new();
    private readonly Queue<EngineJob> _inbox = new();
    private readonly List<EngineJob> _waiting = [];
    private readonly List<EngineJob> _active = [];
    private readonly List<Action> _settlements = [];
    private readonly Action<EngineJob, Exception> _fail;
    private EngineCounters _counters;
    private EngineCounters _published;
    private bool _stopping;

    /// <param name="decoder">Used by the loop's thread alone.</param>
    /// <param name="pool">Used by the loop's thread alone.</param>
    /// <param name="options">Valid ones.</param>
    /// <param name="leftQueue">Called with how many jobs ceased to wait.</param>
    public EngineLoop(LlamaDecoder decoder, KvBlockPool pool, EngineOptions options, Action<int> leftQueue)
    {
        _cache = new PrefixCache(pool, (int)(pool.Capacity * options.CacheShare));
        _admission = new EngineAdmission(_cache, pool.Capacity, options.MaxSequences);
        _step = new EngineStep(decoder, pool, _cache, options.MaxBatchTokens);
        _leftQueue = leftQueue;
        _fail = Fail;
        _thread = new Thread(Run) { IsBackground = true, Name = "inference engine" };
        _thread.Start();
    }

    /// <summary>Counts up to the last pass; those of a finished request are in before its caller hears of it.</summary>
    public EngineCounters Counters
    {
        get
        {
            lock (_gate)
                return _published;
        }
    }

    /// <exception cref="ObjectDisposedException">The engine was closed.</exception>
    public void Post(EngineJob job)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, typeof(InferenceEngine));
            _inbox.Enqueue(job);
        }

        Wake();
    }

    /// <summary>Lets the loop look for cancelled jobs.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (!_stopping)
                _wake.Set();
        }
    }

    /// <summary>Ends the thread after the pass it is in; whoever still waits gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_stopping)
                return;
            _stopping = true;
            _wake.Set();
        }

        _thread.Join();
        _wake.Dispose();
        _step.Dispose();
        _cache.Dispose();
    }

    private void Run()
    {
        while (TakeInbox())
        {
            try
            {
                DropCancelled();
                int waiting = _waiting.Count;
                _admission.Admit(_waiting, _active);
                _leftQueue(waiting - _waiting.Count);
                if (_active.Count > 0)
                    _step.Run(_active, _fail);
                TakeFinished();
            }
            catch (Exception error)
            {
                // No request's fault: the state of those in progress is unknown, the others can go on.
                foreach (EngineJob job in _active.ToArray())
                    Fail(job, error);
            }

            Settle();
            if (_active.Count == 0 && _waiting.Count == 0)
                _wake.WaitOne();
        }

        var closed = new ObjectDisposedException(nameof(InferenceEngine), "The engine was closed before the request was done.");
        foreach (EngineJob job in _active.ToArray())
            Fail(job, closed);
        foreach (EngineJob job in _waiting)
            job.Fail(closed);
        Settle();
    }

    private bool TakeInbox()
    {
        lock (_gate)
        {
            while (_inbox.TryDequeue(out EngineJob? job))
                _waiting.Add(job);
            return !_stopping;
        }
    }

    private void DropCancelled()
    {
        for (int i = _waiting.Count - 1; i >= 0; i--)
        {
            if (!_waiting[i].IsCancelled)
                continue;
            _settlements.Add(_waiting[i].Cancel);
            _waiting.RemoveAt(i);
            _counters = _counters with { Cancelled = _counters.Cancelled + 1 };
            _leftQueue(1);
        }

        for (int i = _active.Count - 1; i >= 0; i--)
        {
            if (!_active[i].IsCancelled)
                continue;
            _counters = _counters with { Cancelled = _counters.Cancelled + 1 };
            End(_active[i], _active[i].Cancel);
        }
    }

    private void TakeFinished()
    {
        for (int i = _active.Count - 1; i >= 0; i--)
        {
            if (_active[i].Branches.Count > 0)
                continue;
            _counters = _counters with { Completed = _counters.Completed + 1 };
            End(_active[i], _active[i].Succeed);
        }
    }

    private void Fail(EngineJob job, Exception error)
    {
        _counters = _counters with { Failed = _counters.Failed + 1 };
        End(job, () => job.Fail(error));
    }

    private void End(EngineJob job, Action settlement)
    {
        job.Release();
        _active.Remove(job);
        _admission.Leave(job);
        _counters = _counters with { TokensSampled = _counters.TokensSampled + job.TokensSampled };
        _settlements.Add(settlement);
    }

    /// <summary>Publishes the counts, then tells callers what became of their requests.</summary>
    private void Settle()
    {
        EngineCounters counters = _counters with
        {
            PositionsComputed = _step.PositionsComputed,
            PositionsUnique = _cache.PositionsInserted,
            PositionsReused = _admission.PositionsReused,
            PositionsEvicted = _cache.PositionsEvicted,
            Evictions = _cache.Evictions,
            TokensSampled = _counters.TokensSampled + _active.Sum(job => job.TokensSampled),
            Passes = _step.Passes,
        };
        lock (_gate)
            _published = counters;
        foreach (Action settlement in _settlements)
            settlement();
        _settlements.Clear();
    }
}
