using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Reads a <c>pattern</c>: a text to be taken literally, or a regular expression.</summary>
internal static class PatternReader
{
    /// <summary>One of the two.</summary>
    public static (string? Text, CodePointRegex? Regex) Read(JsonSection pattern)
    {
        pattern.Only("String", "Regex");
        if (pattern.Has("Regex"))
            return (null, ReadRegex(pattern));
        string text = pattern["String"].Text();
        return text.Length > 0 ? (text, null) : throw pattern.Unsupported("String", "a text that is not empty");
    }

    /// <summary>The expression, whose key is <c>Regex</c>.</summary>
    public static CodePointRegex ReadRegex(JsonSection pattern)
    {
        string regex = pattern.Only("Regex")["Regex"].Text();
        try
        {
            return new CodePointRegex(regex);
        }
        catch (ArgumentException error)
        {
            throw new TokenizerFormatException(pattern.Error($"the regular expression {regex} of {pattern.Path} is not understood: {error.Message}").Message, error);
        }
    }
}
