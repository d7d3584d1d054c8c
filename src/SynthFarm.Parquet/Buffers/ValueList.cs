namespace SynthFarm.Parquet.Buffers;

/// <summary>A growing array of plain values that keeps its memory when cleared.</summary>
/// <typeparam name="T">A value without references.</typeparam>
internal sealed class ValueList<T>(int capacity = 64)
    where T : unmanaged
{
    private T[] items = new T[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Span => items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Truncate(int count) => Count = count;

    public void Add(T item)
    {
        if (Count == items.Length) Grow(1);
        items[Count++] = item;
    }

    public void Add(ReadOnlySpan<T> source)
    {
        source.CopyTo(Extend(source.Length));
    }

    public void Fill(T item, int count) => Extend(count).Fill(item);

    /// <summary>Lengthens the list by <paramref name="count"/> and gives the new part to fill.</summary>
    public Span<T> Extend(int count)
    {
        if (items.Length - Count < count) Grow(count);
        Count += count;
        return items.AsSpan(Count - count, count);
    }

    private void Grow(int count) => Array.Resize(ref items, Math.Max(Count + count, 2 * items.Length));
}
