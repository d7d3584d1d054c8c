using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthFarm.TestKit.Llama;

/// <summary>What both sides of a comparison read their logits with.</summary>
public static class Logits
{
    /// <summary>The first of the largest.</summary>
    public static int Best(ReadOnlySpan<float> logits) => logits.IndexOf(Largest(logits));

    private static float Largest(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var most = new Vector<float>(float.NegativeInfinity);
        foreach (Vector<float> vector in vectors)
            most = Vector.Max(most, vector);
        float largest = float.NegativeInfinity;
        for (int i = 0; i < Vector<float>.Count; i++)
            largest = Math.Max(largest, most[i]);
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
            largest = Math.Max(largest, value);
        return largest;
    }

    /// <summary>The largest difference in parts of the largest value.</summary>
    public static double Difference(ReadOnlySpan<float> logits, ReadOnlySpan<float> others)
    {
        double difference = 0, largest = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            difference = Math.Max(difference, Math.Abs((double)logits[i] - others[i]));
            largest = Math.Max(largest, Math.Abs((double)others[i]));
        }

        return difference / largest;
    }
}
