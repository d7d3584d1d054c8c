using System.Numerics;
using System.Runtime.CompilerServices;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Encodings;

/// <summary>Numbers distinct values of a fixed width in the order of their first use. Values are equal when their bits are.</summary>
internal sealed class ValueDictionary<T>
    where T : unmanaged
{
    private readonly ValueList<T> values = new();
    private int[] slots = new int[1024];

    public int Count => values.Count;

    public int Bytes => values.Count * Unsafe.SizeOf<T>();

    public ReadOnlySpan<T> Values => values.Span;

    public int IndexOf(T value)
    {
        var bits = Bits(value);
        var mask = slots.Length - 1;
        for (var slot = Slot(bits);; slot = (slot + 1) & mask)
        {
            var entry = slots[slot] - 1;
            if (entry < 0) return Add(value, slot);
            if (Bits(values.Span[entry]) == bits) return entry;
        }
    }

    /// <summary>Forgets all values from <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        if (count == values.Count) return;
        values.Truncate(count);
        Rehash(count == 0 ? 1024 : slots.Length);
    }

    private int Add(T value, int slot)
    {
        values.Add(value);
        slots[slot] = values.Count;
        if (values.Count * 2 > slots.Length) Rehash(slots.Length * 2);
        return values.Count - 1;
    }

    private void Rehash(int size)
    {
        if (size == slots.Length) Array.Clear(slots);
        else slots = new int[size];
        var span = values.Span;
        for (var i = 0; i < span.Length; i++)
        {
            var slot = Slot(Bits(span[i]));
            while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
            slots[slot] = i + 1;
        }
    }

    private int Slot(ulong bits) => (int)((bits * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)slots.Length)));

    private static ulong Bits(T value)
        => Unsafe.SizeOf<T>() == 8 ? Unsafe.BitCast<T, ulong>(value) : Unsafe.BitCast<T, uint>(value);
}
