using System.Numerics;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Problems.Countdown;

/// <summary>Random expressions, written in random notation, judged against an evaluation over fractions made while they are written.</summary>
public class CountdownAnswerPropertyTests
{
    private static readonly string[][] Notations =
    [
        ["+"], ["-", "−", " - "], ["*", "×", " \\times ", "·"], ["/", "÷", " \\div "],
    ];

    [Fact]
    public void Verdicts_agree_with_exact_evaluation()
    {
        var random = new StableRandom(31);
        var seen = new Dictionary<Verdict, int>();
        for (var i = 0; i < 20_000; i++)
        {
            var numbers = Enumerable.Range(0, random.Next(2, 4)).Select(_ => random.Next(1, 9)).ToArray();
            var leaves = numbers.ToArray();
            random.Shuffle<int>(leaves);
            var (text, value, isAllowed) = Write(random, leaves.AsSpan(0, random.Next(1, leaves.Length)));
            var target = random.Next(3) == 0 || !isAllowed ? random.Next(10, 30) : (int)value;
            var problem = new CountdownTask(numbers, target).ToProblem();
            var expected = isAllowed && value == target ? Verdict.Correct : Verdict.Wrong;
            var verdict = ProblemFamilies.Countdown.Answers.Check(problem, text);
            Assert.True(expected == verdict.Verdict, $"{problem.Statement} {text}: {verdict.Verdict}, {verdict.Reason}");
            Assert.Equal(verdict.Canonical, ProblemFamilies.Countdown.Answers.Check(problem, verdict.Canonical!).Canonical);
            seen[expected] = seen.GetValueOrDefault(expected) + 1;
        }

        Assert.All(seen.Values, count => Assert.True(count > 2000));
    }

    private static (string Text, BigInteger Value, bool IsAllowed) Write(StableRandom random, ReadOnlySpan<int> leaves)
    {
        if (leaves.Length == 1)
        {
            return (leaves[0].ToString(), leaves[0], true);
        }

        var cut = random.Next(1, leaves.Length - 1);
        var (left, x, isLeftAllowed) = Write(random, leaves[..cut]);
        var (right, y, isRightAllowed) = Write(random, leaves[cut..]);
        var symbol = random.Next(4);
        var divides = y > 0 && BigInteger.Remainder(x, y) == 0;
        var value = symbol switch { 0 => x + y, 1 => x - y, 2 => x * y, _ => divides ? x / y : 0 };
        var (open, close) = random.Next(3) switch { 0 => ("(", ")"), 1 => ("[ ", "]"), _ => ("\\left( ", "\\right)") };
        var sign = Notations[symbol][random.Next(Notations[symbol].Length)];
        return ($"{open}{left}{sign}{right}{close}", value, isLeftAllowed && isRightAllowed && value > 0);
    }
}
