using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SynthFarm.Farm.Journal;

/// <summary>Writes a record's contents: unsigned LEB128 numbers, little-endian floats, length-prefixed UTF-8.</summary>
internal sealed class PayloadWriter
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void WriteByte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    public void WriteNumber(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            WriteByte((byte)(value | 0x80));
        }

        WriteByte((byte)value);
    }

    /// <exception cref="OverflowException">The number is negative.</exception>
    public void WriteNumber(long value) => WriteNumber(checked((ulong)value));

    public void WriteSingle(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
    }

    /// <summary>Null is told apart from the empty text.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half a surrogate pair.</exception>
    public void WriteText(string? value)
    {
        if (value is null)
        {
            WriteNumber(0);
            return;
        }

        var length = _utf8.GetByteCount(value);
        WriteNumber(length + 1);
        _buffer.Advance(_utf8.GetBytes(value, _buffer.GetSpan(length)));
    }
}
