using System.Runtime.InteropServices;

namespace SynthFarm.TestKit.Llama;

/// <summary><c>llama_batch</c> as <c>llama.h</c> of <see cref="LlamaLibrary.Release"/> lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaBatch
{
    public int Count;
    public int* Tokens;
    public float* Embeddings;
    public int* Positions;
    public int* SequenceCounts;
    public int** Sequences;
    public sbyte* Outputs;
}
