using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>The gated activation silu(gate) * up (Shazeer, 2020), gate and up side by side in one row.</summary>
internal static unsafe class SwiGlu
{
    /// <param name="rows">Number of vectors.</param>
    /// <param name="width">Width of gate, up and output.</param>
    /// <param name="gateUp">Gate, then up. (rows, 2 * width)</param>
    /// <param name="y">Output. (rows, width)</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int rows, int width, float* gateUp, float* y)
    {
        for (int row = 0; row < rows; row++, gateUp += 2 * width, y += width)
            for (nint i = 0; i < width; i += Lanes.Count)
            {
                Vector512<float> gate = Lanes.Load(gateUp + i, width - i);
                Lanes.Store(gate * VectorMath.Sigmoid(gate) * Lanes.Load(gateUp + width + i, width - i), y + i, width - i);
            }
    }

    /// <param name="rows">Number of vectors.</param>
    /// <param name="width">Width of gate, up and output.</param>
    /// <param name="gateUp">Input of the forward pass. (rows, 2 * width)</param>
    /// <param name="dy">Gradient of the output. (rows, width)</param>
    /// <param name="dGateUp">Gradient of the input, overwritten. (rows, 2 * width)</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(int rows, int width, float* gateUp, float* dy, float* dGateUp)
    {
        for (int row = 0; row < rows; row++, gateUp += 2 * width, dGateUp += 2 * width, dy += width)
            for (nint i = 0; i < width; i += Lanes.Count)
            {
                Vector512<float> gate = Lanes.Load(gateUp + i, width - i), up = Lanes.Load(gateUp + width + i, width - i);
                Vector512<float> gradient = Lanes.Load(dy + i, width - i), sigmoid = VectorMath.Sigmoid(gate);
                Vector512<float> slope = sigmoid * Vector512.FusedMultiplyAdd(gate, Vector512<float>.One - sigmoid, Vector512<float>.One);
                Lanes.Store(gradient * up * slope, dGateUp + i, width - i);
                Lanes.Store(gradient * gate * sigmoid, dGateUp + width + i, width - i);
            }
    }
}
