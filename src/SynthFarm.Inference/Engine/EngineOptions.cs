using SynthFarm.Inference.Kernels;

namespace SynthFarm.Inference.Engine;

/// <summary>What an <see cref="InferenceEngine"/> may use. None of it changes a result, but for <see cref="Weights"/> where it rounds.</summary>
public sealed record EngineOptions
{
    /// <summary>Memory for keys and values, in bytes. Default 256 MiB. At least 1 MiB. Taken from the system as it is first needed.</summary>
    public long KeyValueBytes { get; init; } = 256L << 20;

    /// <summary>Share of that memory finished prefixes may hold. Default 1. 0 (nothing is kept) to 1.</summary>
    public double CacheShare { get; init; } = 1;

    /// <summary>Most samples and scored sequences in progress. Default 256. At least 1. A larger request runs alone.</summary>
    public int MaxSequences { get; init; } = 256;

    /// <summary>Most tokens in one forward pass. Default 512. At least 1.</summary>
    public int MaxBatchTokens { get; init; } = 512;

    /// <summary>Most requests waiting; further callers wait to be let in. Default 1024. At least 1.</summary>
    public int MaxQueued { get; init; } = 1024;

    /// <summary>Threads that compute. Default null: the processors, at most 2. At least 1.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// How weights are kept. Default single precision. <see cref="WeightType.BF16"/> halves the memory and changes nothing for models that
    /// are bfloat16 on disk; others are rounded.
    /// </summary>
    public WeightType Weights { get; init; }

    /// <exception cref="ArgumentException">A value is out of its bounds; the message names it.</exception>
    public void Validate()
    {
        if (KeyValueBytes < 1 << 20)
            throw new ArgumentException($"{nameof(KeyValueBytes)} is {KeyValueBytes}; at least {1 << 20} is allowed.");
        if (!(CacheShare >= 0 && CacheShare <= 1))
            throw new ArgumentException($"{nameof(CacheShare)} is {CacheShare}; allowed is 0 to 1.");
        AtLeastOne(nameof(MaxSequences), MaxSequences);
        AtLeastOne(nameof(MaxBatchTokens), MaxBatchTokens);
        AtLeastOne(nameof(MaxQueued), MaxQueued);
        AtLeastOne(nameof(Threads), Threads ?? 1);
    }

    private static void AtLeastOne(string name, int value)
    {
        if (value < 1)
            throw new ArgumentException($"{name} is {value}; at least 1 is allowed.");
    }
}
