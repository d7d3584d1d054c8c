using System.Collections.Concurrent;

namespace SynthFarm.Corpus.Durability;

/// <summary>Does pieces of work one after another on a thread of its own.</summary>
/// <remarks>
/// A compressor takes some hundred KiB of native memory for each page, and the C library keeps what is given back in the heap of the thread
/// that had it. Commits that wander over the thread pool leave such a heap, in pieces, behind every one of its threads.
/// </remarks>
internal sealed class WorkThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    /// <param name="name">The thread's name, for debuggers.</param>
    public WorkThread(string name)
    {
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Does the work after all that was given before.</summary>
    /// <exception cref="InvalidOperationException">The thread has ended.</exception>
    public Task RunAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Ends the thread after the work it has.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
