using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// The Llama decoder's arithmetic over one piece of a batch: a range of whole sequences, so that pieces never need one another.
/// </summary>
internal sealed unsafe class DecoderPass(
    LlamaConfig config, KvLayout layout, RopeTable rope, float[] embedding, DecoderLayer[] layers, NativeBuffer finalNorm, PackedMatrix head, float bias)
{
    private readonly float _queryScale = 1f / MathF.Sqrt(config.HeadDim);
    private readonly int _keyOffset = config.QueryWidth;
    private readonly int _valueOffset = config.QueryWidth + config.KeyValueWidth;

    /// <summary>Computes a share of the entries from <paramref name="first"/> to, not including, <paramref name="end"/>.</summary>
    /// <param name="batch">Prepared, with room reserved in every sequence.</param>
    /// <param name="first">First entry.</param>
    /// <param name="end">Entry after the last.</param>
    /// <param name="scratch">Activations, shared by all shares of the piece.</param>
    /// <param name="scores">This thread's scratch for attention weights.</param>
    /// <param name="share">This thread's part.</param>
    public void Run(DecoderBatch batch, int first, int end, DecoderScratch scratch, float* scores, DecoderShare share)
    {
        int firstRow = batch.Entries[first].FirstRow;
        int rows = batch.Entries[end - 1].FirstRow + batch.Entries[end - 1].RowCount - firstRow;
        Embed(batch.Tokens.Slice(firstRow, rows), scratch, share);
        for (int layer = 0; layer < layers.Length; layer++)
        {
            DecoderLayer weights = layers[layer];
            Norm(weights.AttentionNorm, rows, scratch, share);
            Multiply(weights.QueryKeyValue, rows, scratch.Normed, scratch.HiddenStride, scratch.Qkv, scratch.QkvStride, share);
            Place(batch, layer, firstRow, rows, scratch, share);
            Attend(batch, layer, firstRow, rows, scratch, scores, share);
            Multiply(weights.AttentionOutput, rows, scratch.Attention, scratch.AttentionStride, scratch.Residual, scratch.HiddenStride, share, add: true);
            Norm(weights.MlpNorm, rows, scratch, share);
            Multiply(weights.GateUp, rows, scratch.Normed, scratch.HiddenStride, scratch.GateUp, scratch.GateUpStride, share);
            Gate(rows, scratch, share);
            Multiply(weights.Down, rows, scratch.Activation, scratch.ActivationStride, scratch.Residual, scratch.HiddenStride, share, add: true);
        }

        int firstOutput = batch.Entries[first].FirstOutput;
        int outputs = batch.Entries[end - 1].FirstOutput + batch.Entries[end - 1].OutputCount - firstOutput;
        Read(batch, firstRow, firstOutput, outputs, scratch, share);
    }

    private void Embed(ReadOnlySpan<int> tokens, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(tokens.Length);
        for (int row = first; row < end; row++)
        {
            embedding.AsSpan(tokens[row] * config.HiddenSize, config.HiddenSize)
                .CopyTo(new Span<float>(scratch.Residual + (nint)row * scratch.HiddenStride, config.HiddenSize));
        }

        share.Meet();
    }

    private void Norm(NativeBuffer weight, int rows, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(rows);
        for (int row = first; row < end; row++)
        {
            nint at = (nint)row * scratch.HiddenStride;
            RowKernels.RmsNorm(scratch.Residual + at, weight.Pointer, scratch.Normed + at, config.HiddenSize, config.RmsNormEpsilon);
        }

        share.Meet();
    }

    private static void Multiply(
        PackedMatrix matrix, int rows, float* x, int xStride, float* y, int yStride, DecoderShare share, bool add = false)
    {
        (int first, int end) = share.Of(matrix.PanelCount);
        matrix.Multiply(rows, x, xStride, y, yStride, first, end, add);
        share.Meet();
    }

    /// <summary>Turns queries and keys by their positions and writes keys and values into the cache.</summary>
    private void Place(DecoderBatch batch, int layer, int firstRow, int rows, DecoderScratch scratch, DecoderShare share)
    {
        int dim = config.HeadDim;
        (int first, int end) = share.Of(rows);
        for (int row = first; row < end; row++)
        {
            ref readonly DecoderEntry entry = ref batch.Entries[batch.RowEntries[firstRow + row]];
            int position = entry.Start + firstRow + row - entry.FirstRow;
            float* block = batch.Blocks(entry)[position / KvLayout.BlockPositions];
            int slot = position % KvLayout.BlockPositions;
            float* qkv = scratch.Qkv + (nint)row * scratch.QkvStride;
            for (int h = 0; h < config.Heads; h++)
            {
                var query = new Span<float>(qkv + h * dim, dim);
                rope.Rotate(query, position);
                for (int d = 0; d < dim; d++)
                    query[d] *= _queryScale;
            }

            for (int h = 0; h < config.KeyValueHeads; h++)
            {
                var key = new Span<float>(qkv + _keyOffset + h * dim, dim);
                rope.Rotate(key, position);
                float* keys = block + layout.Keys(layer, h) + slot;
                for (int d = 0; d < dim; d++)
                    keys[d * KvLayout.BlockPositions] = key[d];
                new ReadOnlySpan<float>(qkv + _valueOffset + h * dim, dim)
                    .CopyTo(new Span<float>(block + layout.Values(layer, h) + slot * layout.ValueStride, dim));
            }
        }

        share.Meet();
    }

    private void Attend(DecoderBatch batch, int layer, int firstRow, int rows, DecoderScratch scratch, float* scores, DecoderShare share)
    {
        int dim = config.HeadDim;
        int group = config.Heads / config.KeyValueHeads;
        (int first, int end) = share.Of(rows * config.Heads);
        for (int item = first; item < end; item++)
        {
            (int row, int head) = Math.DivRem(item, config.Heads);
            ref readonly DecoderEntry entry = ref batch.Entries[batch.RowEntries[firstRow + row]];
            int count = entry.Start + firstRow + row - entry.FirstRow + 1;
            float* output = scratch.Attention + (nint)row * scratch.AttentionStride + head * dim;
            // A head that does not fill its last vector would overwrite the next head's beginning.
            float* target = dim == layout.ValueStride ? output : scores + Lanes.RoundUp(count);
            AttentionKernel.Attend(
                scratch.Qkv + (nint)row * scratch.QkvStride + head * dim, batch.Blocks(entry), layout.Keys(layer, head / group),
                layout.Values(layer, head / group), dim, layout.ValueStride, count, scores, target);
            if (target != output)
                new ReadOnlySpan<float>(target, dim).CopyTo(new Span<float>(output, dim));
        }

        share.Meet();
    }

    private void Gate(int rows, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(rows);
        for (int row = first; row < end; row++)
        {
            float* gate = scratch.GateUp + (nint)row * scratch.GateUpStride;
            RowKernels.SwiGlu(gate, gate + config.IntermediateSize, scratch.Activation + (nint)row * scratch.ActivationStride, config.IntermediateSize);
        }

        share.Meet();
    }

    /// <summary>The head, for the wanted positions only. Their normed rows are gathered at the front of the scratch.</summary>
    private void Read(DecoderBatch batch, int firstRow, int firstOutput, int outputs, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(outputs);
        for (int i = first; i < end; i++)
        {
            float* row = scratch.Residual + (nint)(batch.OutputRows[firstOutput + i] - firstRow) * scratch.HiddenStride;
            RowKernels.RmsNorm(row, finalNorm.Pointer, scratch.Normed + (nint)i * scratch.HiddenStride, config.HiddenSize, config.RmsNormEpsilon);
        }

        share.Meet();
        float* target = batch.OutputPointer + (nint)firstOutput * batch.OutputWidth;
        Multiply(head, outputs, scratch.Normed, scratch.HiddenStride, target, batch.OutputWidth, share);
        if (bias != 0 && share.Rank == 0)
        {
            for (int i = 0; i < outputs * batch.OutputWidth; i++)
                target[i] += bias;
        }
    }
}
