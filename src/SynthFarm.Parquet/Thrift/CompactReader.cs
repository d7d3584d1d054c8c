using System.Text;

namespace SynthFarm.Parquet.Thrift;

/// <summary>Reads structs in Thrift's compact protocol from memory that may hold anything.</summary>
/// <remarks>Every length is checked against what is left, and unknown fields are skipped to a bounded depth.</remarks>
/// <exception cref="CorruptDataException">The bytes end early or break the protocol.</exception>
internal ref struct CompactReader(ReadOnlySpan<byte> source)
{
    private const int MaxSkipDepth = 24;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> bytes = source;
    private int lastField;
    private bool boolean;

    public int Position { get; private set; }

    private readonly int Left => bytes.Length - Position;

    /// <summary>Starts a struct; hand the result to <see cref="EndStruct"/>.</summary>
    public int BeginStruct()
    {
        var enclosing = lastField;
        lastField = 0;
        return enclosing;
    }

    public void EndStruct(int enclosing) => lastField = enclosing;

    /// <summary>Reads the next field's header; false at the struct's end.</summary>
    public bool Next(out int field, out CompactType type)
    {
        var header = Byte();
        type = (CompactType)(header & 0x0F);
        if (type == CompactType.Stop)
        {
            field = 0;
            return false;
        }
        var delta = header >> 4;
        field = delta != 0 ? lastField + delta : Narrow(Int());
        lastField = field;
        if (type is CompactType.True or CompactType.False) boolean = type == CompactType.True;
        return true;
    }

    /// <summary>The value of the boolean field whose header was just read.</summary>
    public readonly bool Boolean(CompactType type)
    {
        if (type is not (CompactType.True or CompactType.False)) throw Mismatch("boolean", type);
        return boolean;
    }

    public byte Byte()
    {
        if (Left < 1) throw new CorruptDataException("the metadata ends early");
        return bytes[Position++];
    }

    public int Int32(CompactType type)
    {
        if (type is not (CompactType.Int32 or CompactType.Int16)) throw Mismatch("32-bit integer", type);
        return Narrow(Int());
    }

    public long Int64(CompactType type)
    {
        if (type != CompactType.Int64) throw Mismatch("64-bit integer", type);
        return Int();
    }

    public byte[] Binary(CompactType type)
    {
        if (type != CompactType.Binary) throw Mismatch("binary", type);
        return Binary().ToArray();
    }

    public string String(CompactType type)
    {
        if (type != CompactType.Binary) throw Mismatch("string", type);
        return String();
    }

    public string String()
    {
        try
        {
            return StrictUtf8.GetString(Binary());
        }
        catch (DecoderFallbackException e)
        {
            throw new CorruptDataException("a string of the metadata is not UTF-8", e);
        }
    }

    public ReadOnlySpan<byte> Binary()
    {
        var length = Varint();
        if (length > (ulong)Left) throw new CorruptDataException($"a value of {length} bytes in the metadata, where {Left} are left");
        var value = bytes.Slice(Position, (int)length);
        Position += (int)length;
        return value;
    }

    /// <summary>Reads a list's header and gives its number of elements, at most one per byte that is left.</summary>
    public int List(CompactType type, CompactType element)
    {
        if (type != CompactType.List) throw Mismatch("list", type);
        var count = ListHeader(out var found);
        if (count > 0 && found != element && !(element == CompactType.True && found == CompactType.False))
            throw Mismatch($"list of {element}", found);
        return count;
    }

    public bool BooleanElement() => Byte() == (byte)CompactType.True;

    /// <summary>An integer element of any width.</summary>
    public long Int()
    {
        var raw = Varint();
        return (long)(raw >> 1) ^ -(long)(raw & 1);
    }

    public void Skip(CompactType type) => Skip(type, depth: 0, inList: false);

    private void Skip(CompactType type, int depth, bool inList)
    {
        if (depth > MaxSkipDepth) throw new CorruptDataException($"metadata nested deeper than {MaxSkipDepth} levels");
        switch (type)
        {
            case CompactType.True or CompactType.False:
                if (inList) Byte();
                break;
            case CompactType.Byte:
                Byte();
                break;
            case CompactType.Int16 or CompactType.Int32 or CompactType.Int64:
                Varint();
                break;
            case CompactType.Double:
                Forward(8);
                break;
            case CompactType.Uuid:
                Forward(16);
                break;
            case CompactType.Binary:
                Binary();
                break;
            case CompactType.List or CompactType.Set:
                for (var left = ListHeader(out var element); left > 0; left--) Skip(element, depth + 1, inList: true);
                break;
            case CompactType.Map:
                SkipMap(depth);
                break;
            case CompactType.Struct:
                var enclosing = BeginStruct();
                while (Next(out _, out var field)) Skip(field, depth + 1, inList: false);
                EndStruct(enclosing);
                break;
            default:
                throw new CorruptDataException($"unknown type {(int)type} in the metadata");
        }
    }

    private void SkipMap(int depth)
    {
        var count = Varint();
        if (count == 0) return;
        if (count > (ulong)Left) throw new CorruptDataException($"a map of {count} entries in the metadata, where {Left} bytes are left");
        var types = Byte();
        for (var left = count; left > 0; left--)
        {
            Skip((CompactType)(types >> 4), depth + 1, inList: true);
            Skip((CompactType)(types & 0x0F), depth + 1, inList: true);
        }
    }

    private int ListHeader(out CompactType element)
    {
        var header = Byte();
        element = (CompactType)(header & 0x0F);
        var count = (ulong)(header >> 4);
        if (count == 15) count = Varint();
        if (count > (ulong)Left) throw new CorruptDataException($"a list of {count} elements in the metadata, where {Left} bytes are left");
        return (int)count;
    }

    private void Forward(int size)
    {
        if (Left < size) throw new CorruptDataException("the metadata ends early");
        Position += size;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw new CorruptDataException("a number of the metadata is longer than 64 bits");
    }

    private static int Narrow(long value)
        => value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new CorruptDataException($"the number {value} is out of range");

    private static CorruptDataException Mismatch(string expected, CompactType found)
        => new($"the metadata holds {found} where {expected} belongs");
}
