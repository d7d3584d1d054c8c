namespace SynthFarm.Benchmarks.Engine;

/// <summary>A forward pass that is timed: the engine's or llama.cpp's, with the same weights and the same tokens.</summary>
internal interface ISpeedRunner : IDisposable
{
    /// <summary>Computes a prompt in one pass and reads the most likely token behind it.</summary>
    /// <returns>Its logits, valid until the next call. (vocabulary)</returns>
    ReadOnlySpan<float> Prompt(int[] tokens);

    /// <summary>Makes so many sequences, each with a prefix of its own.</summary>
    void Begin(IReadOnlyList<int[]> prefixes);

    /// <summary>From the prefixes on, takes the most likely token of every sequence so many times.</summary>
    /// <returns>The last tokens.</returns>
    int[] Decode(int steps);
}
