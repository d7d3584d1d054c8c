using SynthFarm.Inference.Server.Models;

namespace SynthFarm.Inference.Server.Tokens;

/// <summary>The tokens of a raw text.</summary>
internal static class TextTokens
{
    /// <summary>Encodes a text whose special tokens mean what they say, since whoever sends a raw prompt writes its marks, too.</summary>
    /// <param name="model">Whose tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="begin">Whether the tokens that the tokenizer asks for come first.</param>
    public static int[] Of(ServedModel model, string text, bool begin)
    {
        var tokenizer = model.Engine.Tokenizer;
        var tokens = tokenizer.Encode(text, allowSpecial: true);
        return begin ? [.. tokenizer.PrefixIds, .. tokens] : tokens;
    }
}
