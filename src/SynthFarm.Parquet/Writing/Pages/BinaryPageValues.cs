using System.Buffers.Binary;
using System.Text.Unicode;
using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>
/// Strings and bytes, kept in PLAIN form: each value behind its length in four bytes. A value that follows its equal is counted and not kept
/// again, as most columns repeat themselves from row to row.
/// </summary>
internal sealed class BinaryPageValues(bool isText, int dictionaryLimit, int boundBytes, PageScratch scratch) : PageValues
{
    /// <summary>Above this many characters the UTF-8 length is counted before room is made.</summary>
    private const int CountAbove = 1 << 16;

    /// <summary>What an unusually large row took above this is given back with the row group.</summary>
    private const int KeptMemory = 4 << 20;

    private readonly ByteBuffer plain = new();
    private readonly ValueList<int> runs = new();
    private readonly DictionaryChoice choice = new(dictionaryLimit, scratch.Indices);
    private BinaryDictionary? dictionary;
    private int count;
    private long rawBytes;
    private int last;
    private int run;

    public override int Count => count;

    public override int RawBytes => (int)Math.Min(rawBytes, int.MaxValue);

    public override int DictionaryCount => choice.Entries;

    public void Add(ReadOnlySpan<byte> value)
    {
        var start = plain.Length;
        plain.WriteInt32(value.Length);
        plain.Write(value);
        Added(start);
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
        Added(start);
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
        else if (plain.Length == rawBytes) plain.MoveTo(page);
        else WriteRuns(page);
        // Text that differs from row to row goes on without one, and need not keep a page of it a second time.
        if (choice.Entries == 0) ReturnDictionary();
        plain.Clear();
        runs.Clear();
        count = run = 0;
        rawBytes = 0;
        return encoded ? Encoding.RleDictionary : Encoding.Plain;
    }

    public override void WriteDictionary(ByteBuffer page)
    {
        dictionary!.Truncate(choice.Entries);
        page.Write(dictionary.Plain);
    }

    public override void StartChunk()
    {
        plain.Release(KeptMemory);
        choice.StartChunk();
        ReturnDictionary();
    }

    private bool TryIndex()
    {
        choice.Indices.Clear();
        dictionary ??= scratch.Binaries.Borrow();
        var rest = plain.Span;
        for (var i = 0; !rest.IsEmpty; i++)
        {
            choice.Indices.Fill(dictionary.IndexOf(Take(ref rest)), Run(i));
            if (choice.IsAboveLimit(dictionary.Plain.Length)) return choice.Reject();
        }
        return choice.Accept(dictionary.Count, dictionary.Plain.Length, RawBytes);
    }

    /// <summary>Counts the value that was written last, and keeps it unless it equals the one before.</summary>
    private void Added(int start)
    {
        var value = plain.Span[start..];
        count++;
        rawBytes += value.Length;
        if (run > 0 && value.SequenceEqual(plain.Span[last..start]))
        {
            plain.Truncate(start);
            run++;
            return;
        }
        if (run > 0) runs.Add(run);
        (last, run) = (start, 1);
    }

    /// <summary>How often the kept value of this number stands in a row.</summary>
    private int Run(int number) => number < runs.Count ? runs.Span[number] : run;

    private void WriteRuns(ByteBuffer page)
    {
        var rest = plain.Span;
        for (var i = 0; !rest.IsEmpty; i++)
        {
            var at = rest;
            var value = at[..(4 + Take(ref rest).Length)];
            for (var n = Run(i); n > 0; n--) page.Write(value);
        }
    }

    private void ReturnDictionary()
    {
        if (dictionary is null) return;
        dictionary.Truncate(0);
        scratch.Binaries.Return(dictionary);
        dictionary = null;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        var value = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return value;
    }
}
