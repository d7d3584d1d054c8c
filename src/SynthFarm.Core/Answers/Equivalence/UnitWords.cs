using System.Collections.Frozen;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Units as words, with what they measure and how much of it.</summary>
internal static class UnitWords
{
    /// <summary>No unit is longer.</summary>
    private const int MaxLength = 60;

    private static readonly FrozenDictionary<string, (string Dimension, Rational Factor)> Known = Make();

    private static readonly FrozenSet<string> Letters = ((string[])["m", "g", "s", "h", "L", "l", "d", "N", "J", "W", "V", "K", "C", "F", "A", "B"]).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Rates = new Dictionary<string, string>
    {
        ["mph"] = "mile/hour", ["mi/h"] = "mile/hour", ["kph"] = "km/hour", ["kmph"] = "km/hour", ["kmh"] = "km/hour", ["fps"] = "foot/second", ["mps"] = "m/second",
    }.ToFrozenDictionary();

    /// <summary>Whether a symbol behind a number may be a unit.</summary>
    public static bool IsLetter(string symbol) => Letters.Contains(symbol);

    /// <summary>How many of the second unit one of the first is; null where either is unknown; zero where they measure different things.</summary>
    public static Rational? Ratio(string first, string second)
    {
        var (x, y) = (Find(first), Find(second));
        return x is not { } left || y is not { } right ? null : left.Dimension == right.Dimension ? left.Factor / right.Factor : Rational.Zero;
    }

    private static (string Dimension, Rational Factor)? Find(string words)
    {
        if (words.Length > MaxLength)
        {
            return null;
        }

        var text = words.Trim().ToLowerInvariant();
        text = Rates.GetValueOrDefault(text, text);
        foreach (var per in (ReadOnlySpan<string>)[" per ", "/"])
        {
            if (text.LastIndexOf(per, StringComparison.Ordinal) is > 0 and var at)
            {
                return Find(text[..at]) is { } above && Find(text[(at + per.Length)..]) is { } below
                    ? ($"{above.Dimension}/{below.Dimension}", above.Factor / below.Factor)
                    : null;
            }
        }

        var power = 1;
        if (text.EndsWith("^2", StringComparison.Ordinal) || text.EndsWith("^3", StringComparison.Ordinal))
        {
            power = text[^1] - '0';
            text = text[..^2];
        }

        foreach (var (prefix, exponent) in (ReadOnlySpan<(string, int)>)[("square ", 2), ("sq ", 2), ("cubic ", 3)])
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                (text, power) = (text[prefix.Length..], exponent);
            }
        }

        if (!Known.TryGetValue(text, out var unit) && !(text.EndsWith('s') && Known.TryGetValue(text[..^1], out unit)))
        {
            return null;
        }

        return power == 1 ? unit : ($"{unit.Dimension}{power}", unit.Factor.Pow(power));
    }

    private static FrozenDictionary<string, (string, Rational)> Make()
    {
        var known = new Dictionary<string, (string, Rational)>();
        void Add(string dimension, int above, int below, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                known[name] = (dimension, Rational.Of(above, below));
            }
        }

        Add("length", 1, 1000, "mm", "millimeter", "millimetre");
        Add("length", 1, 100, "cm", "centimeter", "centimetre");
        Add("length", 1, 1, "meter", "metre", "m");
        Add("length", 1000, 1, "km", "kilometer", "kilometre");
        Add("length", 254, 10_000, "inch", "inches", "in");
        Add("length", 3048, 10_000, "foot", "feet", "ft");
        Add("length", 9144, 10_000, "yard", "yd");
        Add("length", 1_609_344, 1000, "mile", "mi");
        Add("time", 1, 1, "second", "sec", "s");
        Add("time", 60, 1, "minute", "min");
        Add("time", 3600, 1, "hour", "hr", "h");
        Add("time", 86_400, 1, "day");
        Add("time", 604_800, 1, "week");
        Add("time months", 1, 1, "month");
        Add("time months", 12, 1, "year");
        Add("mass", 1, 1000, "mg", "milligram");
        Add("mass", 1, 1, "gram", "g");
        Add("mass", 1000, 1, "kg", "kilogram");
        Add("pounds", 1, 1, "pound", "lb");
        Add("pounds", 1, 16, "ounce", "oz");
        Add("volume", 1, 1000, "ml", "milliliter");
        Add("volume", 1, 1, "liter", "litre", "l");
        Add("dollars", 1, 1, "dollar", "usd", "buck");
        Add("dollars", 1, 100, "cent");
        return known.ToFrozenDictionary();
    }
}
