using System.Runtime.Intrinsics;
using SynthFarm.Inference.Kernels;

namespace SynthFarm.Inference.Tests.Kernels;

public sealed unsafe class VectorMathTests
{
    [Fact]
    public void Exp_stays_within_two_units_in_the_last_place()
    {
        for (float x = -87.3f; x <= 88; x += 0.0137f)
        {
            float expected = (float)Math.Exp(x), actual = VectorMath.Exp(x);
            Assert.InRange(Math.Abs(BitConverter.SingleToInt32Bits(expected) - BitConverter.SingleToInt32Bits(actual)), 0, 2);
        }

        Assert.Equal(1f, VectorMath.Exp(0f));
    }

    [Fact]
    public void Exp_is_tiny_far_below_finite_far_above_and_keeps_nan()
    {
        Assert.InRange(VectorMath.Exp(float.NegativeInfinity), 0, 2e-38f);
        Assert.InRange(VectorMath.Exp(1000f), 1e38f, float.MaxValue);
        Assert.True(float.IsNaN(VectorMath.Exp(float.NaN)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(45)]
    public void Dot_takes_every_element_once(int length)
    {
        float[] x = [.. Enumerable.Range(1, length).Select(i => (float)i), 1000], y = [.. Enumerable.Repeat(2f, length), 1000];
        fixed (float* px = x, py = y) Assert.Equal(length * (length + 1), Lanes.Dot(px, py, length));
    }

    [Fact]
    public void Sum_and_max_see_all_lanes()
    {
        for (int lane = 0; lane < 16; lane++)
        {
            Vector512<float> value = Vector512.Create(-1f).WithElement(lane, 5);
            Assert.Equal(-10, Lanes.Sum(value));
            Assert.Equal(5, Lanes.Max(value));
        }
    }
}
