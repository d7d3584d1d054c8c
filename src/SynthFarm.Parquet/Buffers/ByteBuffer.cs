using System.Buffers.Binary;

namespace SynthFarm.Parquet.Buffers;

/// <summary>A growing array of bytes that keeps its memory when cleared.</summary>
internal sealed class ByteBuffer(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    /// <summary>Forgets the contents, and gives memory above <paramref name="keep"/> bytes back.</summary>
    public void Release(int keep)
    {
        Length = 0;
        if (bytes.Length > keep) bytes = new byte[keep];
    }

    /// <summary>Room for at least <paramref name="size"/> bytes after the end; call <see cref="Advance"/> with what was used.</summary>
    public Span<byte> Reserve(int size)
    {
        if (bytes.Length - Length < size) Grow(size);
        return bytes.AsSpan(Length);
    }

    public void Advance(int size) => Length += size;

    public void Write(ReadOnlySpan<byte> source)
    {
        source.CopyTo(Reserve(source.Length));
        Length += source.Length;
    }

    /// <summary>Appends the contents to <paramref name="target"/> and forgets them here. An empty target is given the memory itself instead of a copy.</summary>
    public void MoveTo(ByteBuffer target)
    {
        if (target.Length > 0)
        {
            target.Write(Span);
        }
        else
        {
            (bytes, target.bytes) = (target.bytes, bytes);
            target.Length = Length;
        }
        Length = 0;
    }

    public void WriteByte(byte value)
    {
        if (Length == bytes.Length) Grow(1);
        bytes[Length++] = value;
    }

    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), value);
        Length += 4;
    }

    public void PutInt32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);

    public void WriteVarint(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }
        WriteByte((byte)value);
    }

    private void Grow(int size)
    {
        var wanted = Math.Max((long)Length + size, 2L * bytes.Length);
        if ((long)Length + size > Array.MaxLength)
            throw new InvalidOperationException($"A buffer of {(long)Length + size} bytes is above the limit of {Array.MaxLength}; use smaller row groups or rows.");
        Array.Resize(ref bytes, (int)Math.Min(wanted, Array.MaxLength));
    }
}
