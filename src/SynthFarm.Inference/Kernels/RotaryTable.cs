using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>
/// Rotary position embedding (Su et al., 2021) in the half-rotation layout of Hugging Face: lane i of a head turns with lane
/// i + headDim / 2. Angles are single-precision products of position and frequency, as there.
/// </summary>
internal sealed unsafe class RotaryTable : IDisposable
{
    private readonly NativeBuffer _table; // (positions, cos then sin, headDim / 2)
    private readonly int _half;

    /// <param name="positions">Number of positions, at least 1.</param>
    /// <param name="headDim">Width of a head, even.</param>
    /// <param name="theta">Base of the angles.</param>
    public RotaryTable(int positions, int headDim, float theta)
    {
        Positions = positions;
        _half = headDim / 2;
        _table = new NativeBuffer((long)positions * headDim);
        for (int i = 0; i < _half; i++)
        {
            float frequency = (float)(1 / Math.Pow(theta, 2.0 * i / headDim));
            for (int position = 0; position < positions; position++)
            {
                float angle = position * frequency;
                float* row = _table.Pointer + (nint)position * headDim;
                row[i] = (float)Math.Cos(angle);
                row[_half + i] = (float)Math.Sin(angle);
            }
        }
    }

    public int Positions { get; }

    /// <summary>Turns some adjacent heads of one token in place.</summary>
    /// <param name="x">The heads. (heads, headDim)</param>
    /// <param name="heads">Number of heads.</param>
    /// <param name="position">Position of the token, from 0 to below <see cref="Positions"/>.</param>
    public void Rotate(float* x, int heads, int position) => Turn(x, heads, position, Vector512<float>.One);

    /// <summary>Turns back: the transposed rotation, which gradients need.</summary>
    /// <inheritdoc cref="Rotate" path="/param"/>
    public void RotateBack(float* x, int heads, int position) => Turn(x, heads, position, -Vector512<float>.One);

    public void Dispose() => _table.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(float* x, int heads, int position, Vector512<float> sign)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Positions, nameof(position));
        int half = _half;
        float* cosines = _table.Pointer + (nint)position * 2 * half, sines = cosines + half;
        for (int head = 0; head < heads; head++, x += 2 * half)
            for (nint i = 0; i < half; i += Lanes.Count)
            {
                Vector512<float> first = Lanes.Load(x + i, half - i), second = Lanes.Load(x + half + i, half - i);
                Vector512<float> cosine = Lanes.Load(cosines + i, half - i), sine = Lanes.Load(sines + i, half - i) * sign;
                Lanes.Store(first * cosine - second * sine, x + i, half - i);
                Lanes.Store(second * cosine + first * sine, x + half + i, half - i);
            }
    }
}
