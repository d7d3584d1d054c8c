using System.Text;
using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>The step <c>Replace</c>: every occurrence of a text, or every match of an expression, becomes another text.</summary>
/// <param name="text">The text, not empty, or null.</param>
/// <param name="regex">The expression, or null.</param>
/// <param name="content">What takes its place, literally.</param>
internal sealed class ReplaceNormalizer(string? text, CodePointRegex? regex, string content) : INormalizer
{
    public string Apply(string section, SectionPlace place)
    {
        if (text is not null)
            return section.Replace(text, content, StringComparison.Ordinal);
        var result = new StringBuilder();
        int done = 0;
        foreach ((int start, int end) in regex!.Matches(section))
        {
            result.Append(section, done, start - done).Append(content);
            done = end;
        }

        return done == 0 ? section : result.Append(section, done, section.Length - done).ToString();
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Replace");
        writer.WriteStartObject("pattern");
        writer.WriteString(text is null ? "Regex" : "String", text ?? regex!.Pattern);
        writer.WriteEndObject();
        writer.WriteString("content", content);
        writer.WriteEndObject();
    }
}
