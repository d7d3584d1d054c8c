using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Llama;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>The decoder alone: no scheduler, no sampler.</summary>
internal sealed class EngineRunner : ISpeedRunner
{
    private readonly LlamaDecoder _decoder;
    private readonly KvBlockPool _pool;
    private readonly DecoderBatch _batch = new();
    private readonly List<KvSequence> _sequences = [];
    private int _prefix;
    private int[] _last = [];

    /// <param name="weights">The model.</param>
    /// <param name="type">How its weights are kept.</param>
    /// <param name="threads">Threads that compute.</param>
    /// <param name="positions">Positions that all sequences have together.</param>
    public EngineRunner(IModelWeights weights, WeightType type, int threads, int positions)
    {
        _decoder = new LlamaDecoder(weights, threads, type);
        _pool = new KvBlockPool(weights.Config, positions / KvBlockPool.BlockPositions + 1);
    }

    public ReadOnlySpan<float> Prompt(int[] tokens)
    {
        using var sequence = new KvSequence(_pool);
        _batch.Clear();
        _batch.Add(sequence, tokens, tokens.Length - 1);
        _decoder.Forward(_batch);
        return _batch.Output(0);
    }

    public void Begin(IReadOnlyList<int[]> prefixes)
    {
        _sequences.ForEach(sequence => sequence.Dispose());
        _sequences.Clear();
        foreach (int[] prefix in prefixes)
        {
            var sequence = new KvSequence(_pool);
            _batch.Clear();
            _batch.Add(sequence, prefix);
            _decoder.Forward(_batch);
            _sequences.Add(sequence);
        }

        _prefix = prefixes[0].Length;
        _last = [.. prefixes.Select(prefix => prefix[0])];
    }

    public int[] Decode(int steps)
    {
        int[] tokens = [.. _last];
        _sequences.ForEach(sequence => sequence.Truncate(_prefix));
        for (int step = 0; step < steps; step++)
        {
            _batch.Clear();
            for (int i = 0; i < tokens.Length; i++)
                _batch.Add(_sequences[i], tokens.AsSpan(i, 1), 0);
            _decoder.Forward(_batch);
            for (int i = 0; i < tokens.Length; i++)
                tokens[i] = Logits.Best(_batch.Output(i));
        }

        return tokens;
    }

    public void Dispose()
    {
        _sequences.ForEach(sequence => sequence.Dispose());
        _batch.Dispose();
        _pool.Dispose();
        _decoder.Dispose();
    }
}
