using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Integers and floating-point numbers. The PLAIN form is the memory itself, little endian.</summary>
internal sealed class FixedPageValues<T>(int dictionaryLimit, PageScratch scratch, Pool<ValueDictionary<T>> dictionaries) : PageValues
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private const int DeltaSample = 1024;

    private readonly ValueList<T> values = new();
    private readonly DictionaryChoice choice = new(dictionaryLimit, scratch.Indices);
    private ValueDictionary<T>? dictionary;

    public override int Count => values.Count;

    public override int RawBytes => values.Count * Unsafe.SizeOf<T>();

    public override int DictionaryCount => choice.Entries;

    public ValueList<T> Values => values;

    public override PageBounds Bounds()
    {
        var min = T.Zero;
        var max = T.Zero;
        var any = false;
        foreach (var value in values.Span)
        {
            if (T.IsNaN(value)) continue;
            if (!any)
            {
                min = max = value;
                any = true;
            }
            else if (value < min) min = value;
            else if (value > max) max = value;
        }
        return any ? PageBounds.Exact(Bound(SignZero(min, negative: true)), Bound(SignZero(max, negative: false))) : default;
    }

    public override Encoding Encode(ByteBuffer page)
    {
        var encoding = Encoding.Plain;
        if (choice.IsOpen && values.Count > 0 && TryIndex())
        {
            encoding = Encoding.RleDictionary;
            choice.WriteIndices(page);
        }
        else if (TryDeltas())
        {
            encoding = Encoding.DeltaBinaryPacked;
            page.Write(scratch.Deltas.Span);
        }
        else
        {
            page.Write(MemoryMarshal.AsBytes(values.Span));
        }
        if (choice.Entries == 0) ReturnDictionary();
        values.Clear();
        return encoding;
    }

    public override void WriteDictionary(ByteBuffer page) => page.Write(MemoryMarshal.AsBytes(dictionary!.Values[..choice.Entries]));

    public override void StartChunk()
    {
        choice.StartChunk();
        ReturnDictionary();
    }

    private bool TryIndex()
    {
        choice.Indices.Clear();
        dictionary ??= dictionaries.Borrow();
        foreach (var value in values.Span)
        {
            choice.Indices.Add(dictionary.IndexOf(value));
            if (choice.IsAboveLimit(dictionary.Bytes)) return choice.Reject();
        }
        return choice.Accept(dictionary.Count, dictionary.Bytes, RawBytes);
    }

    private void ReturnDictionary()
    {
        if (dictionary is null) return;
        dictionary.Truncate(0);
        dictionaries.Return(dictionary);
        dictionary = null;
    }

    /// <summary>Differences pay for integers that rise or lie close together; a first part tells whether to go on.</summary>
    private bool TryDeltas()
    {
        if (typeof(T) != typeof(int) && typeof(T) != typeof(long)) return false;
        return Shrinks(values.Span[..Math.Min(values.Count, DeltaSample)]) && (values.Count <= DeltaSample || Shrinks(values.Span));
    }

    private bool Shrinks(ReadOnlySpan<T> part)
    {
        scratch.Deltas.Clear();
        DeltaEncoder.Encode(part, scratch.Deltas);
        return scratch.Deltas.Length < (long)part.Length * Unsafe.SizeOf<T>() * 3 / 4;
    }

    /// <summary>The format wants a zero bound as -0 below and +0 above, because both zeros may be there.</summary>
    private static T SignZero(T bound, bool negative)
    {
        if (typeof(T) == typeof(float) && bound == T.Zero) return (T)(object)(negative ? -0f : 0f);
        if (typeof(T) == typeof(double) && bound == T.Zero) return (T)(object)(negative ? -0d : 0d);
        return bound;
    }

    private static byte[] Bound(T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
}
