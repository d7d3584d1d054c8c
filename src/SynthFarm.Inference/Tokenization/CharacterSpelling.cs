using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>A text's characters, and the UTF-8 bytes of those that the vocabulary lacks.</summary>
/// <param name="characterIds">Code points and their tokens.</param>
/// <param name="byteIds">The token of each of the 256 bytes.</param>
internal sealed class CharacterSpelling(IReadOnlyDictionary<int, int> characterIds, int[] byteIds) : ISpelling
{
    public int[] Spell(ReadOnlySpan<char> text)
    {
        var ids = new List<int>(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (characterIds.TryGetValue(rune.Value, out int id))
            {
                ids.Add(id);
                continue;
            }

            foreach (byte value in bytes[..rune.EncodeToUtf8(bytes)])
                ids.Add(byteIds[value]);
        }

        return [.. ids];
    }
}
