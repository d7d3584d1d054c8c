using SynthFarm.TestKit.Llama;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>llama.cpp through its library, as fast as it goes: its own choice of kernels and of flash attention, keys and values in float16.</summary>
internal sealed class LlamaRunner : ISpeedRunner
{
    private readonly LlamaPeer _peer;
    private int _prefix;
    private int[] _last = [];

    /// <param name="path">The model as a GGUF file.</param>
    /// <param name="threads">Threads that compute.</param>
    /// <param name="positions">Positions that all sequences have together.</param>
    /// <param name="sequences">Sequences at a time.</param>
    /// <param name="rows">Tokens that one pass may have.</param>
    /// <param name="exact">Keys and values in float32 and no flash attention, as the logits are compared.</param>
    public LlamaRunner(string path, int threads, int positions, int sequences, int rows, bool exact)
    {
        _peer = new LlamaPeer(path, new LlamaPeerOptions
        {
            Threads = threads, PinThreads = threads > 1, Positions = positions, Sequences = sequences, BatchRows = rows,
            HalfCache = !exact, AutoFlashAttention = !exact,
        });
    }

    public ReadOnlySpan<float> Prompt(int[] tokens)
    {
        _peer.Forget();
        _peer.Clear();
        for (int i = 0; i < tokens.Length; i++)
            _peer.Add(tokens[i], i, output: i == tokens.Length - 1);
        _peer.Decode();
        return _peer.Logits(tokens.Length - 1);
    }

    public void Begin(IReadOnlyList<int[]> prefixes)
    {
        _peer.Forget();
        for (int sequence = 0; sequence < prefixes.Count; sequence++)
        {
            _peer.Clear();
            for (int i = 0; i < prefixes[sequence].Length; i++)
                _peer.Add(prefixes[sequence][i], i, sequence, output: false);
            _peer.Decode();
        }

        _prefix = prefixes[0].Length;
        _last = [.. prefixes.Select(prefix => prefix[0])];
    }

    public int[] Decode(int steps)
    {
        int[] tokens = [.. _last];
        for (int i = 0; i < tokens.Length; i++)
            _peer.Forget(i, _prefix);
        for (int step = 0; step < steps; step++)
        {
            _peer.Clear();
            for (int i = 0; i < tokens.Length; i++)
                _peer.Add(tokens[i], _prefix + step, i);
            _peer.Decode();
            for (int i = 0; i < tokens.Length; i++)
                tokens[i] = Logits.Best(_peer.Logits(i));
        }

        return tokens;
    }

    public void Dispose() => _peer.Dispose();
}
