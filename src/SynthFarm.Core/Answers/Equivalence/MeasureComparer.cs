using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Scalars with what may stand around them: percent signs, degrees, units.</summary>
internal sealed class MeasureComparer(ScalarComparer scalars)
{
    private static readonly MathNode Hundredth = MathNode.Of(Rational.Of(1, 100));

    public Outcome Compare(MathNode gold, MathNode answer)
    {
        var (x, y) = (Measure.Of(gold), Measure.Of(answer));
        if (y.Unit.Length == 0 && !x.HasSymbols)
        {
            y = y.WithLetterUnit();
        }

        if (x.Unit.Length == 0 && !y.HasSymbols)
        {
            x = x.WithLetterUnit();
        }

        var outcome = scalars.Compare(x.Value, y.Value);
        if (x.IsPercent || y.IsPercent)
        {
            return ComparePercent(x, y, outcome);
        }

        if (x.IsDegree != y.IsDegree && !outcome.IsCorrect)
        {
            var radians = scalars.Compare(x.IsDegree ? Degrees(x.Value) : x.Value, y.IsDegree ? Degrees(y.Value) : y.Value);
            return radians.IsCorrect ? radians : outcome;
        }

        return x.Unit.Length > 0 && y.Unit.Length > 0 && !string.Equals(x.Unit, y.Unit, StringComparison.OrdinalIgnoreCase) ? CompareUnits(x, y, outcome) : outcome;
    }

    /// <summary>A percentage may be written without its sign, and a share as a percentage.</summary>
    private Outcome ComparePercent(Measure gold, Measure answer, Outcome plain)
    {
        if (gold.IsPercent && answer.IsPercent)
        {
            return plain;
        }

        if (plain.IsCorrect)
        {
            var isShare = !gold.IsPercent && scalars.Builder.Build(gold.Value)?.Value is { } share && Rational.Abs(share).CompareTo(Rational.One) < 0 && !share.IsZero;
            return isShare
                ? Outcome.Unknown("the answer has a percent sign where the gold answer may be a share", RuleNames.Percent)
                : plain with { Reason = $"{plain.Reason}; only one has a percent sign", Rule = RuleNames.Percent };
        }

        var asShare = scalars.Compare(
            gold.IsPercent ? Share(gold.Value) : gold.Value, answer.IsPercent ? Share(answer.Value) : answer.Value);
        return asShare.IsCorrect ? Outcome.Correct("the percentage and the share are equal", RuleNames.Percent) : plain;
    }

    private static MathNode Share(MathNode parts) => parts is { Kind: NodeKind.Number, Decimals: >= 0 }
        ? MathNode.Of(parts.Number * Hundredth.Number, parts.Decimals + 2)
        : new MathNode(NodeKind.Product, "", parts, Hundredth);

    private Outcome CompareUnits(Measure gold, Measure answer, Outcome plain)
    {
        if (UnitWords.Ratio(answer.Unit, gold.Unit) is { } ratio)
        {
            if (ratio.IsZero)
            {
                return Outcome.Wrong($"{QuotedText.Of(answer.Unit)} and {QuotedText.Of(gold.Unit)} measure different things", RuleNames.Unit);
            }

            return ratio == Rational.One ? plain : scalars.Compare(gold.Value, new MathNode(NodeKind.Product, "", MathNode.Of(ratio), answer.Value));
        }

        return plain.IsCorrect && !SharesWord(gold.Unit, answer.Unit)
            ? Outcome.Unknown($"the values are equal, but one is {QuotedText.Of(gold.Unit)}, the other {QuotedText.Of(answer.Unit)}", RuleNames.Unit)
            : plain;
    }

    private static bool SharesWord(string x, string y)
    {
        var words = x.Split([' ', '/', '^']).Select(Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return y.Split([' ', '/', '^']).Select(Stem).Any(words.Contains);
    }

    private static string Stem(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    private static MathNode Degrees(MathNode node) => new(NodeKind.Degree, "", node);
}
