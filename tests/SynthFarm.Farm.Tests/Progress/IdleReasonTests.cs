using SynthFarm.Farm.Progress;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Farm.Tests.Progress;

public sealed class IdleReasonTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly RunMeter _meter;

    public IdleReasonTests() => _meter = new RunMeter(_clock);

    [Fact]
    public void A_run_that_appends_steps_is_not_idle()
    {
        _clock.Advance(TimeSpan.FromSeconds(50));
        _meter.Appended(3);
        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Null(Describe());
    }

    [Fact]
    public void Who_waits_for_what_is_told_longest_first()
    {
        _meter.Started();
        _meter.Started();
        using var policy = _meter.Begin(Activity.Policy);
        _clock.Advance(TimeSpan.FromSeconds(40));
        using var more = _meter.Begin(Activity.Policy);
        using var reward = _meter.Begin(Activity.Reward);
        _meter.Begin(Activity.Journal).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(35));
        Assert.Equal(
            "no new step for 75 s: 2 problems in flight; 2 calls waiting for the policy (longest 75 s), 1 call waiting for the reward model (longest 35 s)",
            Describe());
    }

    [Fact]
    public void What_keeps_servers_from_answering_is_told()
    {
        _meter.Started();
        using var policy = _meter.Begin(Activity.Policy);
        _clock.Advance(TimeSpan.FromSeconds(75));
        Assert.Equal(
            "no new step for 75 s: 1 problem in flight; 1 call waiting for the policy (longest 75 s); http://gpu1: circuit open, tried again in 8 s (nothing came)",
            IdleReason.Describe(_meter, TimeSpan.FromSeconds(60), ["http://gpu1: circuit open, tried again in 8 s (nothing came)"]));
    }

    [Fact]
    public void Nothing_in_flight_is_told()
    {
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("no new step for 60 s: 0 problems in flight; no problem is in flight", Describe());
    }

    [Fact]
    public void Rates_are_those_of_the_last_while()
    {
        var window = new RateWindow(_clock, TimeSpan.FromSeconds(10));
        Assert.Equal((0, 0), window.Sample(0, 0));
        for (var second = 1; second <= 20; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            window.Sample(second, second < 10 ? 0 : (second - 9) * 100);
        }

        var (trees, tokens) = window.Sample(20, 1100);
        Assert.Equal((1.0, 100.0), (Math.Round(trees, 6), Math.Round(tokens, 0)));
    }

    private string? Describe() => IdleReason.Describe(_meter, TimeSpan.FromSeconds(60));
}
