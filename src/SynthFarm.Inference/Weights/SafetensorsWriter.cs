using System.Buffers.Binary;
using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Writes safetensors files. Equal tensors give equal bytes, in whatever order they are passed.</summary>
public static class SafetensorsWriter
{
    private const int ChunkElements = 1 << 18;

    /// <summary>Writes beside <paramref name="path"/> and renames, so that a reader never sees half a file.</summary>
    /// <param name="path">File to create or replace.</param>
    /// <param name="tensors">Tensors with distinct names.</param>
    /// <param name="dataType">Element type on disk, for all tensors.</param>
    /// <param name="metadata">Strings for <c>__metadata__</c>.</param>
    /// <exception cref="ArgumentException">A shape does not fit its values, or a name is used twice.</exception>
    public static void Write(
        string path, IEnumerable<SafetensorsTensor> tensors, SafetensorsDataType dataType = SafetensorsDataType.F32, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsTensor[] sorted = [.. tensors.OrderBy(t => t.Name, StringComparer.Ordinal)];
        byte[] header = Header(sorted, dataType, metadata ?? new Dictionary<string, string>());
        string partial = path + ".partial";
        using (FileStream stream = File.Create(partial))
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            int width = Width(dataType);
            var chunk = new byte[ChunkElements * width];
            foreach (SafetensorsTensor tensor in sorted)
                for (int start = 0; start < tensor.Values.Length; start += ChunkElements)
                {
                    ReadOnlySpan<float> values = tensor.Values.Span[start..Math.Min(start + ChunkElements, tensor.Values.Length)];
                    SafetensorsValues.Narrow(dataType, values, chunk);
                    stream.Write(chunk, 0, values.Length * width);
                }

            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    private static byte[] Header(SafetensorsTensor[] tensors, SafetensorsDataType dataType, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            // Readers of the reference implementation expect to find which framework's layout this is.
            if (!metadata.ContainsKey("format")) json.WriteString("format", "pt");
            foreach ((string key, string value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal)) json.WriteString(key, value);
            json.WriteEndObject();
            long offset = 0;
            string? previous = null;
            foreach (SafetensorsTensor tensor in tensors)
            {
                long elements = tensor.Shape.Aggregate(1L, (product, dimension) => checked(product * dimension));
                if (tensor.Name == previous) throw new ArgumentException($"Two tensors are named '{tensor.Name}'.", nameof(tensors));
                if (elements != tensor.Values.Length)
                    throw new ArgumentException($"Tensor '{tensor.Name}' has shape [{string.Join(", ", tensor.Shape)}] but {tensor.Values.Length} values.", nameof(tensors));
                previous = tensor.Name;
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", dataType.ToString());
                json.WriteStartArray("shape");
                foreach (long dimension in tensor.Shape) json.WriteNumberValue(dimension);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += elements * Width(dataType));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // The data begins on a multiple of 8, which the format asks for and memory mapping likes.
        while (buffer.Length % 8 != 0) buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static int Width(SafetensorsDataType type) => type == SafetensorsDataType.F32 ? 4 : 2;
}
