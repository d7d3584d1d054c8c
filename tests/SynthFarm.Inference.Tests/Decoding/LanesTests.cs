using System.Runtime.Intrinsics;
using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Tests.Decoding;

public class LanesTests
{
    [Fact]
    public void Exp_is_within_two_units_of_the_last_place()
    {
        for (float x = -87.3f; x < 88f; x += 0.00917f)
        {
            double expected = Math.Exp(x);
            Assert.InRange(Exp(x), expected * (1 - 2.4e-7), expected * (1 + 2.4e-7));
        }
    }

    [Fact]
    public void Exp_saturates_outside_its_range()
    {
        Assert.Equal(0, Exp(-87.34f));
        Assert.Equal(0, Exp(float.NegativeInfinity));
        Assert.Equal(1, Exp(0));
        Assert.True(float.IsFinite(Exp(float.PositiveInfinity)));
        Assert.True(float.IsNaN(Exp(float.NaN)));
    }

    [Fact]
    public void Sum_and_max_take_all_lanes()
    {
        Vector512<float> x = Vector512.Create(3f, -1, 4, 1, -5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 10);
        Assert.Equal(75, Lanes.Sum(x));
        Assert.Equal(10, Lanes.Max(x));
        Assert.Equal(-1, Lanes.Max(Vector512.Create(-1f)));
    }

    private static float Exp(float x) => Lanes.Exp(Vector512.Create(x))[7];
}
