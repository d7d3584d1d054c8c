using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Gguf;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>A model's weights as a file that llama.cpp reads, for as long as runners of it are made.</summary>
internal sealed class GgufCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthfarm-gguf-").FullName;

    /// <param name="weights">The model.</param>
    /// <param name="type">How its weights are kept.</param>
    public GgufCopy(IModelWeights weights, GgufType type)
    {
        try
        {
            GgufModel.Write(Path, weights, type);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Path => System.IO.Path.Combine(_folder, "model.gguf");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
