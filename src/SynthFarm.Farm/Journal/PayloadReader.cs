using System.Buffers.Binary;
using System.Text;

namespace SynthFarm.Farm.Journal;

/// <summary>Reads what <see cref="PayloadWriter"/> wrote. Whatever does not fit is an <see cref="InvalidDataException"/>.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte ReadByte() => Take(1)[0];

    public long ReadLong()
    {
        var value = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }

        throw new InvalidDataException("A number is longer than 63 bits.");
    }

    public int ReadNumber()
    {
        var value = ReadLong();
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
