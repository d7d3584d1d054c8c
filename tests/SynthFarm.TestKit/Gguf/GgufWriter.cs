using System.Text;

namespace SynthFarm.TestKit.Gguf;

/// <summary>Writes GGUF files, version 3: metadata, then tensors one at a time.</summary>
public static class GgufWriter
{
    private const uint Version = 3;
    private const int Alignment = 32;

    /// <param name="path">File to create or replace.</param>
    /// <param name="metadata">Values of type string, uint or float.</param>
    /// <param name="tensors">In the order in which they are written.</param>
    public static void Write(string path, IReadOnlyList<KeyValuePair<string, object>> metadata, IReadOnlyList<GgufTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(tensors);
        using FileStream stream = File.Create(path);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write("GGUF"u8);
        writer.Write(Version);
        writer.Write((long)tensors.Count);
        writer.Write((long)metadata.Count);
        foreach ((string key, object value) in metadata)
            WriteMetadata(writer, key, value);
        long offset = 0;
        foreach (GgufTensor tensor in tensors)
        {
            WriteText(writer, tensor.Name);
            writer.Write(tensor.Shape.Count);
            foreach (long dimension in tensor.Shape.Reverse())
                writer.Write(dimension);
            writer.Write((int)tensor.Type);
            writer.Write(offset);
            offset += Padded(tensor.Bytes);
        }

        Pad(writer);
        foreach (GgufTensor tensor in tensors)
        {
            var values = new float[tensor.Elements];
            tensor.Read(values);
            writer.Write(GgufValues.ToBytes(tensor.Type, values));
            Pad(writer);
        }
    }

    private static void WriteMetadata(BinaryWriter writer, string key, object value)
    {
        const int typeUInt32 = 4, typeFloat32 = 6, typeString = 8;
        WriteText(writer, key);
        switch (value)
        {
            case uint number:
                writer.Write(typeUInt32);
                writer.Write(number);
                break;
            case float number:
                writer.Write(typeFloat32);
                writer.Write(number);
                break;
            default:
                writer.Write(typeString);
                WriteText(writer, (string)value);
                break;
        }
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((long)bytes.Length);
        writer.Write(bytes);
    }

    private static void Pad(BinaryWriter writer)
    {
        long position = writer.BaseStream.Position;
        writer.Write(new byte[Padded(position) - position]);
    }

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;
}
