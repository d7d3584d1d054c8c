using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>A text's UTF-8 bytes.</summary>
/// <param name="byteIds">The token of each of the 256 bytes.</param>
internal sealed class ByteSpelling(int[] byteIds) : ISpelling
{
    public int[] Spell(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        var ids = new int[bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
            ids[i] = byteIds[bytes[i]];
        return ids;
    }
}
