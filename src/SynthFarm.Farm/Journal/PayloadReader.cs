using System.Buffers.Binary;
using System.Text;

namespace SynthFarm.Farm.Journal;

/// <summary>Reads what <see cref="PayloadWriter"/> wrote. Whatever does not fit is an <see cref="InvalidDataException"/>.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte ReadByte() => Take(1)[0];

    public uint ReadUnsigned()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = ReadByte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number is longer than 32 bits.");
    }

    public int ReadNumber()
    {
        var value = ReadUnsigned();
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException($"{value} is too large here.");
    }

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public string? ReadText()
    {
        var length = ReadNumber();
        return length == 0 ? null : Encoding.UTF8.GetString(Take(length - 1));
    }

    public string ReadRequiredText() => ReadText() ?? throw new InvalidDataException("A text is missing.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException($"{count} bytes were expected, {_rest.Length} are left.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
