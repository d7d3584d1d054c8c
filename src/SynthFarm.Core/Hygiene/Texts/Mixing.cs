namespace SynthFarm.Core.Hygiene.Texts;

/// <summary>Hashes that are part of the product: the same on every platform and version, unlike <see cref="HashCode"/>.</summary>
internal static class Mixing
{
    /// <summary>Spreads every bit over all others (the finaliser of SplitMix64); a bijection.</summary>
    public static ulong Finish(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
