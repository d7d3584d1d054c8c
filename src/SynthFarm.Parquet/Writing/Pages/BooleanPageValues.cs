using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Booleans: run lengths where they are shorter, else one bit each.</summary>
internal sealed class BooleanPageValues : PageValues
{
    private readonly ValueList<byte> values = new();
    private readonly ByteBuffer runs = new();

    public override int Count => values.Count;

    public override int RawBytes => (values.Count + 7) / 8;

    public override int DictionaryCount => 0;

    public ValueList<byte> Values => values;

    public override PageBounds Bounds()
    {
        if (values.Count == 0) return default;
        byte min = values.Span.Contains((byte)0) ? (byte)0 : (byte)1;
        byte max = values.Span.Contains((byte)1) ? (byte)1 : (byte)0;
        return PageBounds.Exact([min], [max]);
    }

    public override Encoding Encode(ByteBuffer page)
    {
        runs.Clear();
        RleEncoder.Encode(values.Span, 1, runs);
        var shorter = 4 + runs.Length < RawBytes;
        if (shorter)
        {
            page.WriteInt32(runs.Length);
            page.Write(runs.Span);
        }
        else
        {
            BitPacker.Pack(values.Span, 1, page);
        }
        values.Clear();
        return shorter ? Encoding.Rle : Encoding.Plain;
    }

    public override void WriteDictionary(ByteBuffer page)
    {
    }

    public override void StartChunk()
    {
    }
}
