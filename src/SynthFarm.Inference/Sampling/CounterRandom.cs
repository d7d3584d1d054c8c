namespace SynthFarm.Inference.Sampling;

/// <summary>
/// Random numbers without a state: each is a function of a seed and a counter, so that what is drawn for one token depends neither on
/// what was drawn before nor on what else is drawn. Two rounds of the SplitMix64 finaliser (Steele et al. 2014, "Fast Splittable
/// Pseudorandom Number Generators") over seed and counter.
/// </summary>
public static class CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>64 random bits.</summary>
    public static ulong Bits(ulong seed, ulong counter) => Mix(Mix(seed + Golden) + Golden * (counter + 1));

    /// <summary>A uniform number in [0, 1) with 53 random bits.</summary>
    public static double Uniform(ulong seed, ulong counter) => (Bits(seed, counter) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
