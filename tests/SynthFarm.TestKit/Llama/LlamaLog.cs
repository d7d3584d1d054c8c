using System.Runtime.InteropServices;

namespace SynthFarm.TestKit.Llama;

/// <summary>Takes what llama.cpp would print, and keeps its last complaints for an error's message.</summary>
internal static unsafe class LlamaLog
{
    private const int WarningLevel = 3;
    private const int ErrorLevel = 4;
    private const int Kept = 20;
    private static readonly Lock Gate = new();
    private static readonly Queue<string> Lines = new();

    public static string Complaints
    {
        get
        {
            lock (Gate)
                return string.Concat(Lines).Trim();
        }
    }

    public static void Capture() => LlamaNative.SetLog(&Append, 0);

    [UnmanagedCallersOnly]
    private static void Append(int level, byte* text, nint data)
    {
        if (level is not (WarningLevel or ErrorLevel))
            return;
        string line = Marshal.PtrToStringUTF8((nint)text) ?? "";
        lock (Gate)
        {
            Lines.Enqueue(line);
            if (Lines.Count > Kept)
                Lines.Dequeue();
        }
    }
}
