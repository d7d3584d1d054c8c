using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SynthFarm.Inference.Weights;

/// <summary>An open safetensors file. The header is checked when the file is opened; values are read on demand as floats.</summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int ChunkBytes = 1 << 20;
    private readonly SafeFileHandle _handle;
    private readonly string _path;
    private readonly long _dataStart;

    private SafetensorsFile(SafeFileHandle handle, string path)
    {
        _handle = handle;
        _path = path;
        long length = RandomAccess.GetLength(handle);
        Span<byte> prefix = stackalloc byte[8];
        if (length < 8) throw Error($"{length} bytes are too short for a safetensors file.");
        ReadExactly(prefix, 0);
        ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerBytes > (ulong)SafetensorsHeader.MaxBytes || (long)headerBytes > length - 8)
            throw Error($"the header claims {headerBytes} bytes; the file has {length - 8} after its length and the bound is {SafetensorsHeader.MaxBytes}.");
        _dataStart = 8 + (long)headerBytes;
        var header = new byte[headerBytes];
        ReadExactly(header, 8);
        try
        {
            (Tensors, Metadata) = SafetensorsHeader.Parse(header, length - _dataStart);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Tensors { get; }

    /// <summary>The strings under <c>__metadata__</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <exception cref="InvalidDataException">The header is damaged or holds an unsupported type; the tensor is named.</exception>
    public static SafetensorsFile Open(string path)
    {
        SafeFileHandle handle = File.OpenHandle(path);
        try
        {
            return new SafetensorsFile(handle, path);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads one tensor, widened to floats, row-major.</summary>
    /// <exception cref="InvalidDataException">No such tensor, or too large for an array.</exception>
    public float[] Read(string name)
    {
        SafetensorsEntry entry = Find(name);
        if (entry.Elements > Array.MaxLength) throw Error($"tensor '{name}' has {entry.Elements} elements; at most {Array.MaxLength} fit an array.");
        var values = new float[entry.Elements];
        Read(name, values);
        return values;
    }

    /// <summary>Reads one tensor into <paramref name="values"/>, whose length must be the tensor's.</summary>
    public void Read(string name, Span<float> values)
    {
        SafetensorsEntry entry = Find(name);
        if (values.Length != entry.Elements)
            throw new ArgumentException($"Tensor '{name}' has {entry.Elements} elements, the span {values.Length}.", nameof(values));
        long position = _dataStart + entry.Begin;
        if (entry.DataType == SafetensorsDataType.F32 && BitConverter.IsLittleEndian)
        {
            ReadExactly(MemoryMarshal.AsBytes(values), position);
            return;
        }

        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        int width = entry.DataType == SafetensorsDataType.F32 ? 4 : 2;
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, ChunkBytes / width);
            Span<byte> bytes = chunk.AsSpan(0, count * width);
            ReadExactly(bytes, position);
            SafetensorsValues.Widen(entry.DataType, bytes, values[..count]);
            values = values[count..];
            position += bytes.Length;
        }

        ArrayPool<byte>.Shared.Return(chunk);
    }

    public void Dispose() => _handle.Dispose();

    private SafetensorsEntry Find(string name) =>
        Tensors.TryGetValue(name, out SafetensorsEntry? entry) ? entry : throw Error($"there is no tensor '{name}'.");

    private void ReadExactly(Span<byte> bytes, long position)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(_handle, bytes, position);
            if (read == 0) throw Error($"the file ends at byte {position}, {bytes.Length} bytes early.");
            bytes = bytes[read..];
            position += read;
        }
    }

    private InvalidDataException Error(string what) => new($"{_path}: {what}");
}
