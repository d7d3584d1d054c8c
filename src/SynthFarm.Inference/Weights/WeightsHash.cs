using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Inference.Weights;

/// <summary>The identity of a model; see <see cref="IModelWeights.ContentHash"/>.</summary>
internal static class WeightsHash
{
    public static string Of(IModelWeights weights)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(LlamaConfigJson.Format(weights.Config, SafetensorsDataType.F32)));
        foreach ((string name, long[] shape) in LlamaTensors.All(weights.Config))
        {
            int length = checked((int)shape.Aggregate(1L, (product, dimension) => product * dimension));
            float[] values = ArrayPool<float>.Shared.Rent(length);
            weights.Read(name, values.AsSpan(0, length));
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(MemoryMarshal.AsBytes(values.AsSpan(0, length)));
            ArrayPool<float>.Shared.Return(values);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
