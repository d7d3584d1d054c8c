namespace SynthFarm.Inference.Tokenization.Text;

/// <summary>Korean syllables are made of their letters by arithmetic (The Unicode Standard, section 3.12).</summary>
internal static class Hangul
{
    private const int Syllable = 0xAC00, Lead = 0x1100, Vowel = 0x1161, BeforeTail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    public static bool IsSyllable(int code) => code is >= Syllable and < Syllable + Leads * Vowels * Tails;

    /// <summary>The two or three letters of a syllable; the third is 0 where there is none.</summary>
    public static (int Lead, int Vowel, int Tail) Letters(int syllable)
    {
        int index = syllable - Syllable;
        int tail = index % Tails;
        return (Lead + index / (Vowels * Tails), Vowel + index / Tails % Vowels, tail == 0 ? 0 : BeforeTail + tail);
    }

    /// <summary>A lead and a vowel, or a syllable without a tail and a tail.</summary>
    public static bool TryCompose(int first, int second, out int syllable)
    {
        int lead = first - Lead, vowel = second - Vowel, index = first - Syllable, tail = second - BeforeTail;
        bool letters = lead is >= 0 and < Leads && vowel is >= 0 and < Vowels;
        syllable = letters ? Syllable + (lead * Vowels + vowel) * Tails : first + tail;
        return letters || (IsSyllable(first) && index % Tails == 0 && tail is > 0 and < Tails);
    }
}
