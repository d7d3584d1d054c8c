namespace SynthFarm.Inference.Decoding;

/// <summary>
/// One thread's part in computing a piece of a batch: all of it, or the <paramref name="Rank"/>-th of <paramref name="Size"/> equal parts
/// of each stage, with a barrier between stages.
/// </summary>
internal readonly record struct DecoderShare(int Rank, int Size, Barrier? Barrier)
{
    public static DecoderShare Alone { get; } = new(0, 1, null);

    /// <summary>This thread's range of <paramref name="count"/> equal items.</summary>
    public (int First, int End) Of(int count) =>
        ((int)((long)count * Rank / Size), (int)((long)count * (Rank + 1) / Size));

    /// <summary>Waits until all have finished the stage.</summary>
    public void Meet() => Barrier?.SignalAndWait();
}
