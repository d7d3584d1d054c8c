using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// Cosines and sines of the rotary position embedding (Su et al. 2021, "RoFormer") in the half-rotation layout of Hugging Face's
/// Llama: dimension i of a head turns with dimension i + head_dim / 2 by the position times the dimension's frequency. Angles
/// are computed in double precision.
/// </summary>
internal sealed class RopeTable
{
    private readonly RopeFrequencies _frequencies;
    private float[] _values = [];
    private int _positions;

    public RopeTable(RopeFrequencies frequencies)
    {
        HalfWidth = frequencies.PerPosition.Length;
        _frequencies = frequencies;
    }

    public int HalfWidth { get; }

    /// <summary>Makes the table reach at least this many positions. Not safe while others read.</summary>
    public void Reach(int positions)
    {
        if (positions <= _positions)
            return;
        int reach = Math.Max(positions, Math.Max(256, 2 * _positions));
        var values = new float[reach * 2 * HalfWidth]; // (positions, 2, half)
        _values.CopyTo(values, 0);
        for (int position = _positions; position < reach; position++)
        {
            int at = position * 2 * HalfWidth;
            for (int i = 0; i < HalfWidth; i++)
            {
                (double sin, double cos) = Math.SinCos(position * _frequencies.PerPosition[i]);
                values[at + i] = (float)(cos * _frequencies.Amplitude);
                values[at + HalfWidth + i] = (float)(sin * _frequencies.Amplitude);
            }
        }

        _values = values;
        _positions = reach;
    }

    /// <summary>Cosines of a position within reach. (half)</summary>
    public ReadOnlySpan<float> Cos(int position) => _values.AsSpan(position * 2 * HalfWidth, HalfWidth);

    /// <summary>Sines of a position within reach. (half)</summary>
    public ReadOnlySpan<float> Sin(int position) => _values.AsSpan(position * 2 * HalfWidth + HalfWidth, HalfWidth);

    /// <summary>Turns one head by its position.</summary>
    /// <param name="head">(head_dim)</param>
    /// <param name="position">From 0, within reach.</param>
    public void Rotate(Span<float> head, int position)
    {
        ReadOnlySpan<float> cos = Cos(position);
        ReadOnlySpan<float> sin = Sin(position);
        Span<float> first = head[..HalfWidth];
        Span<float> second = head.Slice(HalfWidth, HalfWidth);
        for (int i = 0; i < cos.Length; i++)
        {
            float a = first[i];
            float b = second[i];
            first[i] = a * cos[i] - b * sin[i];
            second[i] = b * cos[i] + a * sin[i];
        }
    }
}
