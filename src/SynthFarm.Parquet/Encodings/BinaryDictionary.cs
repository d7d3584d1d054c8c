using System.Numerics;
using System.Runtime.InteropServices;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Encodings;

/// <summary>Numbers distinct byte strings in the order of their first use, and keeps them in PLAIN form.</summary>
internal sealed class BinaryDictionary
{
    private readonly ByteBuffer plain = new();
    private readonly ValueList<int> starts = new();
    private readonly ValueList<uint> hashes = new();
    private int[] slots = new int[1024];

    public int Count => starts.Count;

    /// <summary>All values, each behind its length in four bytes.</summary>
    public ReadOnlySpan<byte> Plain => plain.Span;

    public int IndexOf(ReadOnlySpan<byte> value)
    {
        var hash = Hash(value);
        var mask = slots.Length - 1;
        for (var slot = (int)hash & mask;; slot = (slot + 1) & mask)
        {
            var entry = slots[slot] - 1;
            if (entry < 0) return Add(value, hash, slot);
            if (hashes.Span[entry] == hash && Value(entry).SequenceEqual(value)) return entry;
        }
    }

    /// <summary>Forgets all values from <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        if (count == Count) return;
        plain.Truncate(starts.Span[count]);
        starts.Truncate(count);
        hashes.Truncate(count);
        Rehash(count == 0 ? 1024 : slots.Length);
    }

    private ReadOnlySpan<byte> Value(int entry)
    {
        var start = starts.Span[entry];
        var length = MemoryMarshal.Read<int>(plain.Span[start..]);
        return plain.Span.Slice(start + 4, length);
    }

    private int Add(ReadOnlySpan<byte> value, uint hash, int slot)
    {
        starts.Add(plain.Length);
        hashes.Add(hash);
        plain.WriteInt32(value.Length);
        plain.Write(value);
        slots[slot] = Count;
        if (Count * 2 > slots.Length) Rehash(slots.Length * 2);
        return Count - 1;
    }

    private void Rehash(int size)
    {
        if (size == slots.Length) Array.Clear(slots);
        else slots = new int[size];
        var span = hashes.Span;
        for (var i = 0; i < span.Length; i++)
        {
            var slot = (int)span[i] & (size - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
            slots[slot] = i + 1;
        }
    }

    /// <summary>Multiply and fold, eight bytes at a time. It only places entries; it never reaches the file.</summary>
    private static uint Hash(ReadOnlySpan<byte> value)
    {
        var hash = (ulong)value.Length * 0x9E3779B97F4A7C15UL;
        while (value.Length >= 8)
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(value));
            value = value[8..];
        }
        ulong tail = 0;
        foreach (var b in value) tail = (tail << 8) | b;
        hash = Mix(hash, tail);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        var high = Math.BigMul(BitOperations.RotateLeft(hash, 23) ^ word ^ 0xE7037ED1A0B428DBUL, 0xA0761D6478BD642FUL, out var low);
        return high ^ low ^ hash;
    }
}
