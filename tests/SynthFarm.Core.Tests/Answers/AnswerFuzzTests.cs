using System.Diagnostics;
using System.Globalization;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Tests.Answers;

public class AnswerFuzzTests
{
    private const double Suspicious = 50;

    /// <summary>SYNTHFARM_FUZZ_PAIRS sets how many pairs, 20,000 unless set; with it the limits on time are asserted.</summary>
    [Fact]
    public void Fuzzed_pairs_end_quickly_with_a_reason()
    {
        var isMeasured = int.TryParse(Environment.GetEnvironmentVariable("SYNTHFARM_FUZZ_PAIRS"), CultureInfo.InvariantCulture, out var pairs);
        pairs = isMeasured ? pairs : 20_000;
        var fuzz = new AnswerFuzz(20_260_714);
        var times = new double[pairs];
        var verdicts = new int[3];
        var (slowest, slowestPair, allocated, late) = (0.0, "", 0L, 0);
        for (var i = -2_000; i < pairs; i++)
        {
            var (gold, answer) = fuzz.Next();
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var verdict = AnswerVerification.Verify(gold, answer);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Assert.False(string.IsNullOrEmpty(verdict.Reason) || string.IsNullOrEmpty(verdict.Rule), $"{gold} | {answer}");
            if (i < 0)
            {
                continue;
            }

            allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (time > Suspicious)
            {
                // The machine puts pairs aside now and then; a pair that is slow is slow again.
                late++;
                time = Math.Min(time, Math.Min(Time(gold, answer), Time(gold, answer)));
            }

            times[i] = time;
            verdicts[(int)verdict.Verdict + 1]++;
            if (time > slowest)
            {
                (slowest, slowestPair) = (time, $"{Cut(gold)} | {Cut(answer)} | {verdict.Reason}");
            }
        }

        Array.Sort(times);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{pairs} pairs: median {times[pairs / 2] * 1000:F1} us, p99 {times[pairs * 99L / 100]:F2} ms, slowest {slowest:F1} ms ({slowestPair}), the best of three times for the {late} pairs that took more than {Suspicious} ms; {allocated / pairs} bytes per pair; "
            + $"wrong {verdicts[0]}, unknown {verdicts[1]}, correct {verdicts[2]}");
        if (isMeasured)
        {
            Assert.True(times[pairs / 2] < 0.050 && times[pairs * 99L / 100] < 50 && slowest < 250, "slower than promised; see the output");
        }
    }

    [Fact]
    public void Verdicts_are_the_same_again_and_do_not_depend_on_the_clock()
    {
        var (first, second) = (new AnswerFuzz(7), new AnswerFuzz(7));
        for (var i = 0; i < 500; i++)
        {
            var (pair, again) = (first.Next(), second.Next());
            Assert.Equal(AnswerVerification.Verify(pair.Gold, pair.Answer), AnswerVerification.Verify(again.Gold, again.Answer));
        }
    }

    [Fact]
    public void Time_is_a_backstop()
    {
        var verdict = AnswerEquivalence.Compare("\\sin(1)+\\sin(2)+\\sin(3)+\\sin(4)+\\sin(5)", "\\cos(1)+\\cos(2)+\\cos(3)+\\cos(4)+\\cos(6)", clock: new LeapingClock());
        Assert.Equal((Verdict.Unknown, "work-limit"), (verdict.Verdict, verdict.Rule));
    }

    [Theory]
    [InlineData("5^(5^(5^5))", "5^(5^(5^6))")]
    [InlineData("(a+b+c+d+f+g)^{60}", "(g+f+d+c+b+a)^{59}")]
    public void Work_is_bounded(string gold, string answer)
    {
        var verdict = AnswerVerification.Verify(gold, answer);
        Assert.Equal((Verdict.Unknown, "work-limit"), (verdict.Verdict, verdict.Rule));
    }

    private static double Time(string gold, string answer)
    {
        var start = Stopwatch.GetTimestamp();
        _ = AnswerVerification.Verify(gold, answer);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Cut(string text) => text.Length > 60 ? text[..60] : text;

    /// <summary>Every look at the time is a second later.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now++;
    }
}
