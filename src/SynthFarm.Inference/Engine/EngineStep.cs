using System.Runtime.InteropServices;
using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// One forward pass over the active jobs and the reading of its outputs. First every branch that waits for one token, then as much
/// of the longer ones as the pass has room for.
/// </summary>
internal sealed class EngineStep : IDisposable
{
    // Below this the outputs are read faster than another thread wakes.
    private const int ParallelLogits = 1 << 15;

    private readonly LlamaDecoder _decoder;
    private readonly KvBlockPool _pool;
    private readonly PrefixCache _cache;
    private readonly int _maxTokens;
    private readonly DecoderBatch _batch = new();
    private readonly Sampler[] _samplers;
    private readonly List<(EngineBranch Branch, int Count)> _planned = [];
    private readonly List<(EngineBranch Branch, int First, int Count)> _outputs = [];
    private readonly List<int> _offsets = [];
    private readonly Action<int> _readOutputs;
    private int _next;

    public EngineStep(LlamaDecoder decoder, KvBlockPool pool, PrefixCache cache, int maxTokens)
    {
        _decoder = decoder;
        _pool = pool;
        _cache = cache;
        _maxTokens = maxTokens;
        _samplers = [.. Enumerable.Range(0, decoder.Threads).Select(_ => new Sampler())];
        _readOutputs = ReadOutputs;
    }

    public long PositionsComputed { get; private set; }

    public long Passes { get; private set; }

    /// <summary>Computes a pass. Jobs that cannot go on are handed to <paramref name="fail"/>, the others go on.</summary>
    public void Run(List<EngineJob> active, Action<EngineJob, Exception> fail)
    {
        Plan(active);
        Compute(CollectionsMarshal.AsSpan(_planned), fail);
    }

    public void Dispose() => _batch.Dispose();

    private void Plan(List<EngineJob> active)
    {
        _planned.Clear();
        int room = _maxTokens;
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (EngineJob job in active)
            {
                foreach (EngineBranch branch in job.Branches)
                {
                    int count = Math.Min(branch.Pending, room);
                    if (count == 0 || (branch.Pending == 1) != (pass == 0))
                        continue;
                    _planned.Add((branch, count));
                    room -= count;
                }
            }
        }
    }

    private void Compute(ReadOnlySpan<(EngineBranch Branch, int Count)> planned, Action<EngineJob, Exception> fail)
    {
        try
        {
            Forward(planned);
        }
        catch (Exception error)
        {
            Isolate(planned, error, fail);
            return;
        }

        _next = 0;
        if ((long)_outputs.Count * _decoder.OutputWidth >= ParallelLogits)
            _decoder.RunTeam(_readOutputs);
        else
            ReadOutputs(0);
        foreach ((EngineBranch branch, _, _) in _outputs)
        {
            // A job has no branches left once one of them failed.
            if (branch.Job.Branches.Count > 0)
                Advance(branch, fail);
        }
    }

    private void Advance(EngineBranch branch, Action<EngineJob, Exception> fail)
    {
        if (branch.Fault is { } fault)
        {
            fail(branch.Job, fault);
            return;
        }

        try
        {
            branch.Job.Advance(branch, _cache);
        }
        catch (Exception error)
        {
            fail(branch.Job, error);
        }
    }

    /// <summary>A pass failed, and no sequence has changed: computes each job on its own, so that only those at fault fail.</summary>
    private void Isolate(ReadOnlySpan<(EngineBranch Branch, int Count)> planned, Exception error, Action<EngineJob, Exception> fail)
    {
        EngineJob first = planned[0].Branch.Job;
        int own = 0;
        while (own < planned.Length && planned[own].Branch.Job == first)
            own++;
        if (own == planned.Length)
        {
            fail(first, error);
            return;
        }

        foreach (IGrouping<EngineJob, (EngineBranch, int)> job in planned.ToArray().GroupBy(item => item.Branch.Job))
            Compute(job.ToArray(), fail);
    }

    private void Forward(ReadOnlySpan<(EngineBranch Branch, int Count)> planned)
    {
        _batch.Clear();
        _outputs.Clear();
        int needed = 0;
        foreach ((EngineBranch branch, int count) in planned)
        {
            _offsets.Clear();
            branch.Job.Want(branch, count, _offsets);
            int first = _batch.Add(
                branch.Sequence, branch.TokenSpan.Slice(branch.Sequence.Length, count), CollectionsMarshal.AsSpan(_offsets));
            if (_offsets.Count > 0)
                _outputs.Add((branch, first, _offsets.Count));
            needed += branch.Sequence.BlocksNeeded(count);
        }

        while (needed > _pool.Free && _cache.EvictOne())
        {
        }

        _decoder.Forward(_batch);
        PositionsComputed += _batch.Rows;
        Passes++;
    }

    private void ReadOutputs(int rank)
    {
        for (int i; (i = Interlocked.Increment(ref _next) - 1) < _outputs.Count;)
        {
            (EngineBranch branch, int first, int count) = _outputs[i];
            try
            {
                branch.Job.Read(branch, _batch, first, count, _samplers[rank]);
            }
            catch (Exception error)
            {
                branch.Fault = error;
            }
        }
    }
}
