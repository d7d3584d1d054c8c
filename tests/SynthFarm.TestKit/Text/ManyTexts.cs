using System.Globalization;
using System.Text;

namespace SynthFarm.TestKit.Text;

/// <summary>Texts in every script, code, numbers, emoji and white space of every kind, drawn from a seed.</summary>
public static class ManyTexts
{
    private const int RangeSize = 32;

    private static readonly string[] Words =
    [
        "the", "The", "we'll", "IT'S", "don\u2019t", "Answer:", "12", "1234567", "3.14", "x1y22", "naïve", "Straße", "\u017Fix", "İstanbul", "ﬁne", "e\u0301",
        "for (int i = 0; i < n; i++)", "{\"a\": [1, null]}", "def f(x):\n\treturn x**2", "// TODO", "#include <stdio.h>", "\\frac{a}{b}", "<think>", "</s>", "<|endoftext|>",
        "https://a.b/c?d=e&f", "-->", "!!!", "...", "\u2026", "—", "$x^2$", "😀", "👩‍👩‍👧", "👍🏽", "🇩🇪", "☃️", "1️⃣", "\uFFFD", "\uFEFF", "\u200B", "\u202E", "\0", "\u001B[31m",
    ];

    private static readonly string[] Spaces = [" ", "  ", "   ", "\n", "\n\n", "\r\n", "\t", " \n ", "\u00A0", "\u2003", "\u3000", "\u2028", "\u0085", "\u000B"];

    // Ranges of code points that hold at least one assigned character.
    private static readonly int[][] Ranges =
        [.. Enumerable.Range(0, 0x110000 / RangeSize).Select(range => Assigned(range * RangeSize)).Where(range => range.Length > 0)];

    /// <summary>Each text has a range of characters of its own; ranges take turns, so that a few thousand texts show all.</summary>
    public static IEnumerable<string> Of(int seed, int count)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, Ranges.Length)];
        random.Shuffle(order);
        for (int i = 0; i < count; i++)
            yield return Draw(random, Ranges[order[i % order.Length]]);
    }

    private static string Draw(Random random, int[] range)
    {
        var text = new StringBuilder();
        for (int parts = random.Next(1, 12); parts > 0; parts--)
        {
            switch (random.Next(5))
            {
                case 0:
                    text.Append(Words[random.Next(Words.Length)]);
                    break;
                case 1:
                    text.Append(Spaces[random.Next(Spaces.Length)]);
                    break;
                case 2:
                    text.Append(' ');
                    goto default;
                default:
                    for (int letters = random.Next(1, 9); letters > 0; letters--)
                        text.Append(new Rune(range[random.Next(range.Length)]).ToString());
                    break;
            }
        }

        return text.ToString();
    }

    private static int[] Assigned(int first) => [.. Enumerable.Range(first, RangeSize).Where(code => Rune.IsValid(code)
        && CharUnicodeInfo.GetUnicodeCategory(code) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))];
}
