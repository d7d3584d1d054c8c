using System.Buffers.Binary;
using System.Text.Unicode;
using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Strings and bytes, kept in PLAIN form: each value behind its length in four bytes.</summary>
internal sealed class BinaryPageValues(bool isText, int dictionaryLimit, int boundBytes) : PageValues
{
    /// <summary>Above this many characters the UTF-8 length is counted before room is made.</summary>
    private const int CountAbove = 1 << 16;

    /// <summary>What an unusually large row took above this is given back with the row group.</summary>
    private const int KeptMemory = 4 << 20;

    private readonly ByteBuffer plain = new();
    private readonly BinaryDictionary dictionary = new();
    private readonly DictionaryChoice choice = new(dictionaryLimit);
    private int count;

    public override int Count => count;

    public override int RawBytes => plain.Length;

    public override int DictionaryCount => choice.Entries;

    public void Add(ReadOnlySpan<byte> value)
    {
        plain.WriteInt32(value.Length);
        plain.Write(value);
        count++;
    }

    /// <returns>False, and nothing added, for text with half a surrogate pair, which UTF-8 cannot hold.</returns>
    public bool TryAdd(ReadOnlySpan<char> text)
    {
        var most = text.Length > CountAbove ? System.Text.Encoding.UTF8.GetByteCount(text) : 3 * text.Length;
        var start = plain.Length;
        var target = plain.Reserve(4 + most);
        if (Utf8.FromUtf16(text, target[4..], out _, out var written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
        {
            plain.Truncate(start);
            return false;
        }
        BinaryPrimitives.WriteInt32LittleEndian(target, written);
        plain.Advance(4 + written);
        count++;
        return true;
    }

    public override PageBounds Bounds()
    {
        if (count == 0) return default;
        var rest = plain.Span;
        var min = Take(ref rest);
        var max = min;
        while (!rest.IsEmpty)
        {
            var value = Take(ref rest);
            if (value.SequenceCompareTo(min) < 0) min = value;
            else if (value.SequenceCompareTo(max) > 0) max = value;
        }
        var lower = BoundTruncation.Lower(min, boundBytes, isText);
        var upper = BoundTruncation.Upper(max, boundBytes, isText);
        return new PageBounds(lower, upper, lower.Length == min.Length, upper.AsSpan().SequenceEqual(max));
    }

    public override Encoding Encode(ByteBuffer page)
    {
        var encoded = choice.IsOpen && count > 0 && TryIndex();
        if (encoded) choice.WriteIndices(page);
        else plain.MoveTo(page);
        plain.Clear();
        count = 0;
        return encoded ? Encoding.RleDictionary : Encoding.Plain;
    }

    public override void WriteDictionary(ByteBuffer page)
    {
        dictionary.Truncate(choice.Entries);
        page.Write(dictionary.Plain);
    }

    public override void StartChunk()
    {
        plain.Release(KeptMemory);
        choice.StartChunk();
        dictionary.Truncate(0);
    }

    private bool TryIndex()
    {
        choice.Indices.Clear();
        var rest = plain.Span;
        while (!rest.IsEmpty)
        {
            choice.Indices.Add(dictionary.IndexOf(Take(ref rest)));
            if (choice.IsAboveLimit(dictionary.Plain.Length)) return choice.Reject();
        }
        return choice.Accept(dictionary.Count, dictionary.Plain.Length, plain.Length);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        var value = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return value;
    }
}
