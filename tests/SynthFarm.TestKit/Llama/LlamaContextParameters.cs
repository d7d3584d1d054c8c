using System.Runtime.InteropServices;

namespace SynthFarm.TestKit.Llama;

/// <summary><c>llama_context_params</c> as <c>llama.h</c> of <see cref="LlamaLibrary.Release"/> lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaContextParameters
{
    public uint Positions;
    public uint Batch;
    public uint MicroBatch;
    public uint Sequences;
    public uint Snapshots;
    public uint Outputs;
    public uint OutputsPerSequence;
    public int Threads;
    public int BatchThreads;
    public int ContextType;
    public int RopeScalingType;
    public int PoolingType;
    public int AttentionType;
    public int FlashAttention;
    public float RopeBase;
    public float RopeScale;
    public float YarnExtrapolation;
    public float YarnAttention;
    public float YarnBetaFast;
    public float YarnBetaSlow;
    public uint YarnOriginalPositions;
    public float DefragmentThreshold;
    public nint Evaluate;
    public nint EvaluateData;
    public int KeyType;
    public int ValueType;
    public nint Abort;
    public nint AbortData;
    public byte Embeddings;
    public byte OffloadKeyValue;
    public byte NoTimings;
    public byte OffloadOperations;
    public byte FullWindow;
    public byte Unified;
    public nint Samplers;
    public nuint SamplerCount;
    public nint Other;
}
