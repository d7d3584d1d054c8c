using System.Runtime.ExceptionServices;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// A few threads that run one piece of work together with the caller. Between pieces they wait in the kernel, without spinning.
/// For one caller at a time.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    private readonly AutoResetEvent[] _starts;
    private readonly Thread[] _threads;
    private readonly CountdownEvent _done = new(1);
    private Action<int>? _body;
    private Exception? _fault;
    private bool _stopping;

    /// <param name="size">Threads that work, the caller's included; at least 1.</param>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        _starts = [.. Enumerable.Range(1, size - 1).Select(_ => new AutoResetEvent(false))];
        _threads = [.. Enumerable.Range(1, size - 1).Select(rank => new Thread(() => Work(rank)) { IsBackground = true, Name = $"decoder {rank}" })];
        foreach (Thread thread in _threads)
            thread.Start();
    }

    public int Size { get; }

    /// <summary>Calls <paramref name="body"/> once with each rank below <paramref name="workers"/>, rank 0 on this thread, and waits for all.</summary>
    /// <remarks>Throws the first exception of any of them, after all have ended.</remarks>
    public void Run(int workers, Action<int> body)
    {
        if (workers <= 1)
        {
            body(0);
            return;
        }

        _body = body;
        _fault = null;
        _done.Reset(workers);
        for (int rank = 1; rank < workers; rank++)
            _starts[rank - 1].Set();
        Call(0);
        _done.Wait();
        _body = null;
        if (_fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);
    }

    public void Dispose()
    {
        _stopping = true;
        foreach (AutoResetEvent start in _starts)
            start.Set();
        foreach (Thread thread in _threads)
            thread.Join();
        foreach (AutoResetEvent start in _starts)
            start.Dispose();
        _done.Dispose();
    }

    private void Work(int rank)
    {
        while (true)
        {
            _starts[rank - 1].WaitOne();
            if (_stopping)
                return;
            Call(rank);
        }
    }

    private void Call(int rank)
    {
        try
        {
            _body!(rank);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _fault, error, null);
        }
        finally
        {
            _done.Signal();
        }
    }
}
