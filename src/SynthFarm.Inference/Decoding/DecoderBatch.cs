using SynthFarm.Inference.Kernels;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// What one forward pass computes: any mix of sequences with the tokens to append to each, and the positions whose logits (or
/// scores) are wanted. Reusable; keeps its memory. Not thread-safe.
/// </summary>
public sealed unsafe class DecoderBatch : IDisposable
{
    private static long s_stamps;

    private long _stamp = Interlocked.Increment(ref s_stamps);
    private DecoderEntry[] _entries = new DecoderEntry[16];
    private int[] _tokens = new int[64];
    private int[] _rowEntries = new int[64];
    private int[] _outputRows = new int[16];
    private nint[] _blocks = GC.AllocateUninitializedArray<nint>(256, pinned: true);
    private NativeBuffer? _outputs;

    /// <summary>Sequences in the batch.</summary>
    public int Count { get; private set; }

    /// <summary>Tokens in the batch.</summary>
    public int Rows { get; private set; }

    /// <summary>Positions whose logits or scores are wanted.</summary>
    public int Outputs { get; private set; }

    internal ReadOnlySpan<DecoderEntry> Entries => _entries.AsSpan(0, Count);

    internal ReadOnlySpan<int> Tokens => _tokens.AsSpan(0, Rows);

    /// <summary>The entry each row belongs to.</summary>
    internal ReadOnlySpan<int> RowEntries => _rowEntries.AsSpan(0, Rows);

    /// <summary>The row each output is read from, ascending.</summary>
    internal ReadOnlySpan<int> OutputRows => _outputRows.AsSpan(0, Outputs);

    internal int OutputWidth { get; private set; }

    internal float* OutputPointer => _outputs is null ? null : _outputs.Pointer;

    /// <summary>Empties the batch. Outputs read before are no longer valid.</summary>
    public void Clear()
    {
        _stamp = Interlocked.Increment(ref s_stamps);
        Array.Clear(_entries, 0, Count);
        Count = Rows = Outputs = 0;
    }

    /// <summary>Adds tokens to append to a sequence.</summary>
    /// <param name="sequence">In the batch at most once.</param>
    /// <param name="tokens">At least one.</param>
    /// <param name="outputs">Ascending indices into <paramref name="tokens"/> whose logits or scores are wanted; may be empty.</param>
    /// <returns>The index of the first of its outputs; the others follow.</returns>
    public int Add(KvSequence sequence, ReadOnlySpan<int> tokens, params ReadOnlySpan<int> outputs)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (tokens.IsEmpty)
            throw new ArgumentException("At least one token is needed.", nameof(tokens));
        if (sequence.BatchStamp == _stamp)
            throw new ArgumentException("The sequence is in the batch already.", nameof(sequence));
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] <= (i == 0 ? -1 : outputs[i - 1]) || outputs[i] >= tokens.Length)
                throw new ArgumentException($"Outputs must ascend within 0 to {tokens.Length - 1}; found {outputs[i]} at {i}.", nameof(outputs));
        }

        sequence.BatchStamp = _stamp;
        Grow(ref _entries, Count + 1);
        Grow(ref _tokens, Rows + tokens.Length);
        Grow(ref _rowEntries, Rows + tokens.Length);
        Grow(ref _outputRows, Outputs + outputs.Length);
        tokens.CopyTo(_tokens.AsSpan(Rows));
        _rowEntries.AsSpan(Rows, tokens.Length).Fill(Count);
        for (int i = 0; i < outputs.Length; i++)
            _outputRows[Outputs + i] = Rows + outputs[i];
        _entries[Count++] = new DecoderEntry
        {
            Sequence = sequence, Start = sequence.Length, FirstRow = Rows, RowCount = tokens.Length, FirstOutput = Outputs, OutputCount = outputs.Length,
        };
        Rows += tokens.Length;
        int first = Outputs;
        Outputs += outputs.Length;
        return first;
    }

    /// <summary>
    /// The logits of one wanted position after the forward pass (vocabulary), or its score before the sigmoid (1). Valid, and free to be
    /// overwritten, until the batch is cleared or computed again.
    /// </summary>
    public Span<float> Output(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Outputs, nameof(index));
        return new Span<float>(OutputPointer + (nint)index * OutputWidth, OutputWidth);
    }

    public void Dispose() => _outputs?.Dispose();

    /// <summary>Makes room for the outputs and looks up where each sequence's blocks are.</summary>
    internal void Prepare(int outputWidth)
    {
        OutputWidth = outputWidth;
        long length = (long)Outputs * outputWidth;
        if (_outputs is null || _outputs.Length < length)
        {
            _outputs?.Dispose();
            _outputs = new NativeBuffer(length + length / 2);
        }

        int at = 0;
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<int> blocks = _entries[i].Sequence.Blocks;
            if (at + blocks.Length > _blocks.Length)
            {
                nint[] larger = GC.AllocateUninitializedArray<nint>(2 * (at + blocks.Length), pinned: true);
                _blocks.AsSpan(0, at).CopyTo(larger);
                _blocks = larger;
            }

            _entries[i].FirstBlock = at;
            foreach (int block in blocks)
                _blocks[at++] = (nint)_entries[i].Sequence.Pool.Pointer(block);
        }
    }

    /// <summary>The blocks of one entry. The array is pinned, so the pointer holds until the next <see cref="Prepare"/>.</summary>
    internal float** Blocks(in DecoderEntry entry) =>
        (float**)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _blocks[entry.FirstBlock]);

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, 2 * array.Length));
    }
}
