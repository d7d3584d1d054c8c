using System.Runtime.InteropServices;

namespace SynthFarm.TestKit.Llama;

/// <summary><c>ggml_threadpool_params</c> as <c>ggml.h</c> of <see cref="LlamaLibrary.Release"/> lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaThreadPoolParameters
{
    public fixed byte Processors[512];
    public int Threads;
    public int Priority;
    public uint Polling;
    public byte OneProcessorEach;
    public byte Paused;
}
