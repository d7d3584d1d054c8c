namespace SynthFarm.TestKit.Llama;

/// <summary>How llama.cpp is to run a model.</summary>
public sealed record LlamaPeerOptions
{
    /// <summary>Threads, for prompts and for single tokens. Default 2.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Whether each thread, the caller's included, stays on a processor of its own. Default false.</summary>
    public bool PinThreads { get; init; }

    /// <summary>Positions that all sequences have together; it gives each an equal part. Default 512.</summary>
    public int Positions { get; init; } = 512;

    /// <summary>Sequences at a time. Default 1.</summary>
    public int Sequences { get; init; } = 1;

    /// <summary>Rows that one pass may have. Default 512.</summary>
    public int BatchRows { get; init; } = 512;

    /// <summary>Whether keys and values are kept as float16, which is llama.cpp's own default, or as float32. Default false: float32.</summary>
    public bool HalfCache { get; init; }

    /// <summary>Whether llama.cpp decides about flash attention, which is its own default. Default false: it is off.</summary>
    public bool AutoFlashAttention { get; init; }
}
