using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Tests.Terminal;

public class DurationsTests
{
    [Theory]
    [InlineData(7.2, "7 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(200_000, "2 d 7 h")]
    public void Text_uses_the_two_largest_units(double seconds, string expected) =>
        Assert.Equal(expected, Durations.Text(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Remaining_follows_the_pace_and_is_unknown_before_there_is_one()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Durations.Remaining(TimeSpan.FromSeconds(10), 25, 100));
        Assert.Null(Durations.Remaining(TimeSpan.FromSeconds(10), 0, 100));
    }
}
