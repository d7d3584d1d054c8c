namespace SynthFarm.Parquet.Buffers;

/// <summary>Lends things that cost memory and are not always needed. Not thread-safe: each writer has its own.</summary>
internal sealed class Pool<T>(Func<T> make)
    where T : class
{
    private readonly Stack<T> free = [];

    /// <summary>One that was given back, in the state it was given back in, or a new one.</summary>
    public T Borrow() => free.TryPop(out var item) ? item : make();

    /// <summary>Takes one back; whoever gives it back no longer uses it.</summary>
    public void Return(T item) => free.Push(item);
}
