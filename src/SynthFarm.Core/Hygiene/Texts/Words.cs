namespace SynthFarm.Core.Hygiene.Texts;

/// <summary>
/// A text as lower-case words between white space, punctuation kept: the normalisation of exact duplicates and of the word 8-grams that
/// open-r1 decontaminates with.
/// </summary>
internal static class Words
{
    private const ulong FirstPrime = 0x9E3779B97F4A7C15;
    private const ulong SecondPrime = 0xC2B2AE3D27D4EB4F;

    /// <summary>Replaces the contents of a list by the words of a text.</summary>
    public static void Read(ReadOnlySpan<char> text, List<Word> words)
    {
        words.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var start = i;
            var (first, second) = (0UL, 0UL);
            for (; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
            {
                var letter = (ulong)char.ToLowerInvariant(text[i]) + 1;
                first = (first ^ letter) * FirstPrime;
                first ^= first >> 32;
                second = (second + letter) * SecondPrime;
                second ^= second >> 29;
            }

            words.Add(new Word(start, i - start, new UInt128(Mixing.Finish(first), Mixing.Finish(second))));
        }
    }

    /// <summary>128 bits of consecutive words, their order included: equal words give equal hashes, whatever the white space and the case.</summary>
    public static UInt128 HashOf(ReadOnlySpan<Word> words)
    {
        var (first, second) = ((ulong)words.Length, ~(ulong)words.Length);
        foreach (var word in words)
        {
            first = Mixing.Finish((first ^ (ulong)(word.Hash >> 64)) * FirstPrime);
            second = Mixing.Finish((second + (ulong)word.Hash) * SecondPrime);
        }

        return new UInt128(first, second);
    }
}
