using System.Text;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Cuts bounds of long strings so that they stay bounds, and so that text stays valid UTF-8.</summary>
internal static class BoundTruncation
{
    /// <summary>A prefix, which is never above the value.</summary>
    public static byte[] Lower(ReadOnlySpan<byte> value, int limit, bool isText) => value[..Cut(value, limit, isText)].ToArray();

    /// <summary>A prefix raised at its end, which is above every value with that prefix; the whole value where nothing can be raised.</summary>
    public static byte[] Upper(ReadOnlySpan<byte> value, int limit, bool isText)
    {
        var cut = Cut(value, limit, isText);
        if (cut == value.Length) return value.ToArray();
        return (isText ? RaiseText(value[..cut]) : RaiseBytes(value[..cut])) ?? value.ToArray();
    }

    private static int Cut(ReadOnlySpan<byte> value, int limit, bool isText)
    {
        if (value.Length <= limit) return value.Length;
        if (!isText) return limit;
        while (limit > 0 && (value[limit] & 0xC0) == 0x80) limit--;
        return limit;
    }

    private static byte[]? RaiseBytes(ReadOnlySpan<byte> prefix)
    {
        var last = prefix.LastIndexOfAnyExcept((byte)0xFF);
        if (last < 0) return null;
        var raised = prefix[..(last + 1)].ToArray();
        raised[last]++;
        return raised;
    }

    private static byte[]? RaiseText(ReadOnlySpan<byte> prefix)
    {
        while (Rune.DecodeLastFromUtf8(prefix, out var last, out var size) == System.Buffers.OperationStatus.Done)
        {
            prefix = prefix[..^size];
            if (last.Value == 0x10FFFF) continue;
            var next = new Rune(last.Value == 0xD7FF ? 0xE000 : last.Value + 1);
            var raised = new byte[prefix.Length + next.Utf8SequenceLength];
            prefix.CopyTo(raised);
            next.EncodeToUtf8(raised.AsSpan(prefix.Length));
            return raised;
        }
        return null;
    }
}
