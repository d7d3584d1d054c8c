using System.Runtime.CompilerServices;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Farm.Local;

/// <summary>The latest events of a run, for readers that come, go and come back. Writers never wait. Thread-safe.</summary>
internal sealed class EventLog(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<NumberedEvent> _events = new();
    private TaskCompletionSource _changed = NewSignal();
    private long _last;
    private bool _isComplete;

    public void Add(RunEvent happened)
    {
        lock (_gate)
        {
            _events.Enqueue(new NumberedEvent(++_last, happened));
            if (_events.Count > capacity)
            {
                _events.Dequeue();
            }

            Signal();
        }
    }

    /// <summary>Nothing more will happen; readers end after the last event.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Signal();
        }
    }

    public async IAsyncEnumerable<NumberedEvent> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            NumberedEvent[] news;
            Task changed;
            bool isComplete;
            lock (_gate)
            {
                news = [.. _events.SkipWhile(item => item.Number <= after)];
                changed = _changed.Task;
                isComplete = _isComplete;
            }

            foreach (var item in news)
            {
                yield return item;
                after = item.Number;
            }

            if (news.Length == 0)
            {
                if (isComplete)
                {
                    yield break;
                }

                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }
}
