namespace SynthFarm.Inference.Sampling;

/// <summary>Picks the most likely tokens in order: higher logit first, then lower id. Not thread-safe.</summary>
internal sealed class TopTokens
{
    private (float Logit, int Id)[] _heap = [];
    private int _count;

    /// <summary>The picked tokens, the most likely first.</summary>
    public ReadOnlySpan<(float Logit, int Id)> Sorted => _heap.AsSpan(0, _count);

    /// <summary>Picks the <paramref name="most"/> most likely tokens, or all where there are fewer.</summary>
    public void Pick(ReadOnlySpan<float> logits, int most)
    {
        _count = 0;
        most = Math.Min(most, logits.Length);
        if (_heap.Length < most)
            _heap = new (float, int)[most];
        for (int id = 0; id < logits.Length; id++)
        {
            if (_count < most)
            {
                _heap[_count++] = (logits[id], id);
                if (_count == most)
                    Heapify();
            }
            else if (logits[id] > _heap[0].Logit)
            {
                // An equal logit with a higher id is the less likely one, so it never enters.
                _heap[0] = (logits[id], id);
                Sink(0);
            }
        }

        _heap.AsSpan(0, _count).Sort(static (a, b) => a.Logit != b.Logit ? b.Logit.CompareTo(a.Logit) : a.Id.CompareTo(b.Id));
    }

    private static bool Before((float Logit, int Id) a, (float Logit, int Id) b) =>
        a.Logit > b.Logit || (a.Logit == b.Logit && a.Id < b.Id);

    private void Heapify()
    {
        for (int i = _count / 2 - 1; i >= 0; i--)
            Sink(i);
    }

    /// <summary>Restores the heap, whose top is the least likely of the picked.</summary>
    private void Sink(int i)
    {
        while (2 * i + 1 < _count)
        {
            int child = 2 * i + 1;
            if (child + 1 < _count && Before(_heap[child], _heap[child + 1]))
                child++;
            if (!Before(_heap[i], _heap[child]))
                return;
            (_heap[i], _heap[child]) = (_heap[child], _heap[i]);
            i = child;
        }
    }
}
