using System.Reflection;
using System.Runtime.InteropServices;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.TestKit.Llama;

/// <summary>Finds and loads the llama.cpp that npm's <c>@node-llama-cpp/linux-x64</c> brings.</summary>
public static class LlamaLibrary
{
    /// <summary>The release whose headers the structures follow; another one is not called.</summary>
    public const string Release = "0.5.0-dev";

    private const int CpuDevice = 0;
    private static string? s_folder;

    /// <summary>Why there is no llama.cpp to compare with, or null. Loads it when first asked.</summary>
    public static string? Missing { get; } = Load();

    /// <summary>A function of the backend that was chosen for this processor.</summary>
    internal static nint BackendFunction(string name)
    {
        nint function = LlamaNative.FunctionOf(LlamaNative.BackendOf(LlamaNative.DeviceByType(CpuDevice)), name);
        return function != 0 ? function : throw new InvalidOperationException($"llama.cpp's backend has no {name}.");
    }

    private static string? Load()
    {
        if (NodeScripts.Folder is not { } scripts)
            return "tests/Interop was not found above the tests' output";
        string folder = Path.Combine(scripts, "node_modules", "@node-llama-cpp", "linux-x64", "bins", "linux-x64");
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 || !Directory.Exists(folder))
            return "npm's @node-llama-cpp/linux-x64 is missing; run npm ci in tests/Interop on Linux on x64";
        s_folder = folder;
        NativeLibrary.SetDllImportResolver(typeof(LlamaLibrary).Assembly, Resolve);
        string? release = Marshal.PtrToStringUTF8(LlamaNative.Version());
        if (release != Release)
            return $"npm's @node-llama-cpp/linux-x64 holds llama.cpp {release}; the tests know {Release}";
        LlamaLog.Capture();
        LlamaNative.LoadBackends(folder);
        LlamaNative.Initialize();
        return null;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        LlamaNative.Llama => NativeLibrary.Load(Path.Combine(s_folder!, "libllama.v0.5.0.so")),
        LlamaNative.Ggml => NativeLibrary.Load(Path.Combine(s_folder!, "libggml.v0.5.0.so")),
        LlamaNative.GgmlBase => NativeLibrary.Load(Path.Combine(s_folder!, "libggml-base.so")),
        _ => 0,
    };
}
