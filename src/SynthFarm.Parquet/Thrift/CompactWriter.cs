using System.Text;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Thrift;

/// <summary>Writes structs in Thrift's compact protocol. Fields go in rising order of their ids.</summary>
internal sealed class CompactWriter(ByteBuffer output)
{
    private readonly Stack<int> enclosing = new();
    private int lastField;

    public void BeginStruct()
    {
        enclosing.Push(lastField);
        lastField = 0;
    }

    public void EndStruct()
    {
        output.WriteByte((byte)CompactType.Stop);
        lastField = enclosing.Pop();
    }

    public void BeginStruct(int field)
    {
        Header(field, CompactType.Struct);
        BeginStruct();
    }

    /// <summary>A field that is a struct without fields, as unions of Parquet's logical types use.</summary>
    public void EmptyStruct(int field)
    {
        BeginStruct(field);
        EndStruct();
    }

    public void Boolean(int field, bool value) => Header(field, value ? CompactType.True : CompactType.False);

    public void Byte(int field, byte value)
    {
        Header(field, CompactType.Byte);
        output.WriteByte(value);
    }

    public void Int16(int field, short value)
    {
        Header(field, CompactType.Int16);
        Int(value);
    }

    public void Int32(int field, int value)
    {
        Header(field, CompactType.Int32);
        Int(value);
    }

    public void Int64(int field, long value)
    {
        Header(field, CompactType.Int64);
        Int(value);
    }

    public void Binary(int field, ReadOnlySpan<byte> value)
    {
        Header(field, CompactType.Binary);
        Binary(value);
    }

    public void String(int field, string value) => Binary(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Starts a list; its elements follow through the methods without a field id.</summary>
    public void BeginList(int field, CompactType element, int count)
    {
        Header(field, CompactType.List);
        if (count < 15)
        {
            output.WriteByte((byte)((count << 4) | (int)element));
        }
        else
        {
            output.WriteByte((byte)(0xF0 | (int)element));
            output.WriteVarint((uint)count);
        }
    }

    /// <summary>An integer element of any width.</summary>
    public void Int(long value) => output.WriteVarint((ulong)((value << 1) ^ (value >> 63)));

    public void Binary(ReadOnlySpan<byte> value)
    {
        output.WriteVarint((uint)value.Length);
        output.Write(value);
    }

    public void Boolean(bool value) => output.WriteByte((byte)(value ? CompactType.True : CompactType.False));

    private void Header(int field, CompactType type)
    {
        var delta = field - lastField;
        if (delta is > 0 and <= 15)
        {
            output.WriteByte((byte)((delta << 4) | (int)type));
        }
        else
        {
            output.WriteByte((byte)type);
            Int(field);
        }
        lastField = field;
    }
}
