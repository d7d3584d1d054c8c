using System.Runtime.InteropServices;
using System.Text;

namespace SynthFarm.Inference.Tokenization.Text;

/// <summary>
/// Unicode's normal forms (Unicode Standard Annex 15). Written here because <see cref="string.Normalize()"/> leaves every text as it is
/// where the program runs without ICU's data, as this one does. Takes O(n log n) at worst.
/// </summary>
internal static class UnicodeNormalization
{
    /// <summary>Texts whose characters are all below this are in every form, but for the compatibility forms of U+00A0 on.</summary>
    private const char FirstToLook = '\u00A0';

    // Nothing below takes part in a composition as the second character, and nothing below is left out of form C.
    private const char FirstToLookInFormC = '\u0300';

    /// <param name="text">Valid Unicode.</param>
    /// <param name="form">The form.</param>
    public static string Apply(string text, NormalizationForm form)
    {
        char first = form == NormalizationForm.FormC ? FirstToLookInFormC : FirstToLook;
        if (!text.AsSpan().ContainsAnyInRange(first, char.MaxValue))
            return text;
        NormalizationData data = NormalizationData.Instance;
        var codes = new List<int>(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            Decompose(data, rune.Value, form is NormalizationForm.FormKC or NormalizationForm.FormKD, codes);
        Span<int> all = CollectionsMarshal.AsSpan(codes);
        Order(data, all);
        int length = form is NormalizationForm.FormC or NormalizationForm.FormKC ? Compose(data, all) : all.Length;
        var result = new StringBuilder(text.Length);
        foreach (int code in all[..length])
            result.Append(new Rune(code).ToString());
        return result.ToString();
    }

    private static void Decompose(NormalizationData data, int code, bool compatible, List<int> codes)
    {
        if (Hangul.IsSyllable(code))
        {
            (int lead, int vowel, int tail) = Hangul.Letters(code);
            codes.AddRange(tail == 0 ? [lead, vowel] : [lead, vowel, tail]);
        }
        else if (data.Parts(code, compatible) is { } parts)
        {
            foreach (int part in parts)
                Decompose(data, part, compatible, codes);
        }
        else
        {
            codes.Add(code);
        }
    }

    /// <summary>Sorts each run of combining characters by class, equal ones in their order.</summary>
    private static void Order(NormalizationData data, Span<int> codes)
    {
        for (int start = 0; start < codes.Length; start++)
        {
            int end = start;
            bool sorted = true;
            for (byte last = 0; end < codes.Length && data.Class(codes[end]) is > 0 and byte number; end++)
            {
                sorted &= number >= last;
                last = number;
            }

            if (sorted)
            {
                start = end;
                continue;
            }

            Span<int> run = codes[start..end];
            var keys = new long[run.Length];
            for (int i = 0; i < run.Length; i++)
                keys[i] = ((long)data.Class(run[i]) << 32) | (uint)i;
            keys.AsSpan().Sort(run);
            start = end;
        }
    }

    /// <summary>Puts characters together, each with the last one that starts anew unless something between blocks it. Returns how many are left.</summary>
    private static int Compose(NormalizationData data, Span<int> codes)
    {
        int starter = -1, length = 0;
        int last = -1;
        foreach (int code in codes)
        {
            byte number = data.Class(code);
            bool reaches = starter >= 0 && (last < number || last == -1);
            if (reaches && (Hangul.TryCompose(codes[starter], code, out int composite) || data.TryCompose(codes[starter], code, out composite)))
            {
                codes[starter] = composite;
                continue;
            }

            if (number == 0)
                (starter, last) = (length, -1);
            else
                last = number;
            codes[length++] = code;
        }

        return length;
    }
}
