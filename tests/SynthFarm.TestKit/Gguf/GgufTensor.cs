namespace SynthFarm.TestKit.Gguf;

/// <summary>A tensor to be written: its name and shape in the file, its type, and where its row-major values come from.</summary>
/// <param name="Name">As llama.cpp names it.</param>
/// <param name="Shape">Rows first, as in safetensors; the format writes them the other way round.</param>
/// <param name="Type">Its type in the file.</param>
/// <param name="Read">Fills in the values.</param>
public sealed record GgufTensor(string Name, IReadOnlyList<long> Shape, GgufType Type, Action<float[]> Read)
{
    public long Elements => Shape.Aggregate(1L, (product, dimension) => product * dimension);

    /// <summary>Bytes in the file, without the padding behind them.</summary>
    public long Bytes => GgufValues.BytesOf(Type, Elements);
}
