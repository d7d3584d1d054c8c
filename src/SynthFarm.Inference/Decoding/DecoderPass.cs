using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// The decoder's arithmetic over one piece of a batch: a range of whole sequences, so that pieces never need one another.
/// </summary>
internal sealed unsafe class DecoderPass(
    LlamaConfig config, KvLayout layout, RopeTable rope, TokenEmbedding embedding, DecoderLayer[] layers, NativeBuffer finalNorm, OutputHead head)
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
        NativeBuffer? residualBias = null;
        for (int layer = 0; layer < layers.Length; layer++)
        {
            DecoderLayer weights = layers[layer];
            Norm(weights.AttentionNorm, residualBias, rows, scratch, share);
            Multiply(weights.QueryKeyValue, rows, scratch.Normed, scratch.HiddenStride, scratch.Qkv, scratch.QkvStride, share);
            Place(batch, layer, firstRow, rows, scratch, share);
            Attend(batch, layer, firstRow, rows, scratch, scores, share);
            Multiply(weights.AttentionOutput, rows, scratch.Attention, scratch.AttentionStride, scratch.Residual, scratch.HiddenStride, share, add: true);
            Norm(weights.MlpNorm, weights.AttentionOutputBias, rows, scratch, share);
            Multiply(weights.GateUp, rows, scratch.Normed, scratch.HiddenStride, scratch.GateUp, scratch.GateUpStride, share);
            Gate(weights, rows, scratch, share);
            Multiply(weights.Down, rows, scratch.Activation, scratch.ActivationStride, scratch.Residual, scratch.HiddenStride, share, add: true);
            residualBias = weights.DownBias;
        }

        int firstOutput = batch.Entries[first].FirstOutput;
        int outputs = batch.Entries[end - 1].FirstOutput + batch.Entries[end - 1].OutputCount - firstOutput;
        Read(batch, firstRow, firstOutput, outputs, residualBias, scratch, share);
    }

    private void Embed(ReadOnlySpan<int> tokens, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(tokens.Length);
        for (int row = first; row < end; row++)
            embedding.Copy(tokens[row], scratch.Residual + (nint)row * scratch.HiddenStride);
        share.Meet();
    }

    /// <summary>Norms the residual rows, after the bias of what was added to them last.</summary>
    private void Norm(NativeBuffer weight, NativeBuffer? bias, int rows, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(rows);
        for (int row = first; row < end; row++)
        {
            nint at = (nint)row * scratch.HiddenStride;
            if (bias is not null)
                RowKernels.Add(scratch.Residual + at, bias.Pointer, config.HiddenSize);
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

    /// <summary>Adds biases, norms and turns queries and keys, and writes keys and values into the cache.</summary>
    private void Place(DecoderBatch batch, int layer, int firstRow, int rows, DecoderScratch scratch, DecoderShare share)
    {
        int dim = config.HeadDim;
        DecoderLayer weights = layers[layer];
        (int first, int end) = share.Of(rows);
        for (int row = first; row < end; row++)
        {
            ref readonly DecoderEntry entry = ref batch.Entries[batch.RowEntries[firstRow + row]];
            int position = entry.Start + firstRow + row - entry.FirstRow;
            float* block = batch.Blocks(entry)[position / KvLayout.BlockPositions];
            int slot = position % KvLayout.BlockPositions;
            float* qkv = scratch.Qkv + (nint)row * scratch.QkvStride;
            if (weights.QueryKeyValueBias is { } bias)
                RowKernels.Add(qkv, bias.Pointer, config.QueryWidth + 2 * config.KeyValueWidth);
            for (int h = 0; h < config.Heads; h++)
            {
                var query = new Span<float>(qkv + h * dim, dim);
                if (weights.QueryNorm is { } norm)
                    RowKernels.RmsNormHead(query, norm.Pointer, config.RmsNormEpsilon);
                rope.Rotate(query, position);
                for (int d = 0; d < dim; d++)
                    query[d] *= _queryScale;
            }

            for (int h = 0; h < config.KeyValueHeads; h++)
            {
                var key = new Span<float>(qkv + _keyOffset + h * dim, dim);
                if (weights.KeyNorm is { } norm)
                    RowKernels.RmsNormHead(key, norm.Pointer, config.RmsNormEpsilon);
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
            int skipped = Math.Max(0, count - layers[layer].Window);
            float* output = scratch.Attention + (nint)row * scratch.AttentionStride + head * dim;
            // A head that does not fill its last vector would overwrite the next head's beginning.
            float* target = dim == layout.ValueStride ? output : scores + Lanes.RoundUp(count);
            AttentionKernel.Attend(
                scratch.Qkv + (nint)row * scratch.QkvStride + head * dim, batch.Blocks(entry), layout.Keys(layer, head / group),
                layout.Values(layer, head / group), dim, layout.ValueStride, skipped, count, scores, target);
            if (target != output)
                new ReadOnlySpan<float>(target, dim).CopyTo(new Span<float>(output, dim));
        }

        share.Meet();
    }

    private void Gate(DecoderLayer weights, int rows, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(rows);
        for (int row = first; row < end; row++)
        {
            float* gate = scratch.GateUp + (nint)row * scratch.GateUpStride;
            if (weights.GateUpBias is { } bias)
                RowKernels.Add(gate, bias.Pointer, 2 * config.IntermediateSize);
            RowKernels.SwiGlu(gate, gate + config.IntermediateSize, scratch.Activation + (nint)row * scratch.ActivationStride, config.IntermediateSize);
        }

        share.Meet();
    }

    /// <summary>The head, for the wanted positions only. Their normed rows are gathered at the front of the scratch.</summary>
    private void Read(DecoderBatch batch, int firstRow, int firstOutput, int outputs, NativeBuffer? residualBias, DecoderScratch scratch, DecoderShare share)
    {
        (int first, int end) = share.Of(outputs);
        for (int i = first; i < end; i++)
        {
            float* row = scratch.Residual + (nint)(batch.OutputRows[firstOutput + i] - firstRow) * scratch.HiddenStride;
            if (residualBias is not null)
                RowKernels.Add(row, residualBias.Pointer, config.HiddenSize);
            RowKernels.RmsNorm(row, finalNorm.Pointer, scratch.Normed + (nint)i * scratch.HiddenStride, config.HiddenSize, config.RmsNormEpsilon);
        }

        share.Meet();
        float* x = scratch.Normed;
        int stride = scratch.HiddenStride;
        if (head.Hidden is { } hidden)
        {
            x = scratch.Activation;
            stride = scratch.ActivationStride;
            Multiply(hidden, outputs, scratch.Normed, scratch.HiddenStride, x, stride, share);
            for (int i = first; i < end; i++)
                head.Activate(x + (nint)i * stride);
            share.Meet();
        }

        float* target = batch.OutputPointer + (nint)firstOutput * batch.OutputWidth;
        Multiply(head.Matrix, outputs, x, stride, target, batch.OutputWidth, share);
        for (int i = first; head.Bias is not null && i < end; i++)
            head.AddBias(target + (nint)i * batch.OutputWidth);
    }
}
