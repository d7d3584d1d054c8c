using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Security.Cryptography;
using System.Text;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Eight bytes that stand for a value: the first of a SHA-256 over its type, length and contents. Not safe for concurrent use.</summary>
internal sealed class ValueDigest
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>Adds a value as a row holds it: a number, a text, bytes, a struct, a list of these, or null.</summary>
    public ValueDigest Add(object? value)
    {
        switch (value)
        {
            case null:
                Tag('0', 0);
                break;
            case string text:
                Tag('s', Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, _bytes);
                break;
            case byte[] bytes:
                Tag('b', bytes.Length);
                _bytes.Write(bytes);
                break;
            case bool flag:
                Tag('f', flag ? 1 : 0);
                break;
            case int number:
                Tag('i', number);
                break;
            case long number:
                Tag('i', number);
                break;
            case float number:
                Tag('r', BitConverter.DoubleToInt64Bits(number));
                break;
            case double number:
                Tag('r', BitConverter.DoubleToInt64Bits(number));
                break;
            case ParquetRow row:
                Tag('t', row.Values.Count);
                AddAll(row.Values);
                break;
            case IEnumerable items:
                var list = items.Cast<object?>().ToList();
                Tag('l', list.Count);
                AddAll(list);
                break;
            default:
                throw new ArgumentException($"A value of type {value.GetType().Name} has no digest.", nameof(value));
        }

        return this;
    }

    /// <summary>The digest of what was added, and a new beginning.</summary>
    public ulong Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        _bytes.ResetWrittenCount();
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private void AddAll(IEnumerable<object?> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    private void Tag(char type, long number)
    {
        var span = _bytes.GetSpan(9);
        span[0] = (byte)type;
        BinaryPrimitives.WriteInt64LittleEndian(span[1..], number);
        _bytes.Advance(9);
    }
}
