namespace SynthFarm.Inference.Weights;

/// <summary>A model's configuration and its tensors, wherever they are: in memory, or in files that are read when asked.</summary>
/// <remarks>Implementations are safe for concurrent reads.</remarks>
public interface IModelWeights
{
    LlamaConfig Config { get; }

    /// <summary>Copies one tensor, row-major, as floats; see <see cref="LlamaTensors"/> for names and shapes.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="values">As many as the tensor has.</param>
    /// <exception cref="KeyNotFoundException">This configuration has no such tensor.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    void Read(string name, Span<float> values);

    /// <summary>
    /// Identity of the model: SHA-256 in lower-case hex over the configuration and all values as floats, so that it depends
    /// neither on the path nor on the type on disk, only on what is computed with.
    /// </summary>
    string ContentHash();
}
