using System.Text;
using System.Text.Json;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Problems;

/// <summary>A field's value in a line.</summary>
/// <param name="Column">Where it starts: the byte in the line, from 1.</param>
/// <param name="Type">The token the value is or starts with.</param>
/// <param name="Text">A string's text, or a number as written.</param>
/// <param name="Element">The value of <c>meta</c>.</param>
internal sealed record ProblemLineValue(int Column, JsonTokenType Type, string Text, JsonElement? Element)
{
    /// <summary>The value in a message, e.g. <c>the number 17</c>.</summary>
    public string Describe() => Describe(Type, Encoding.UTF8.GetBytes(Text));

    public static string Describe(JsonTokenType type, ReadOnlySpan<byte> text) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the string {QuotedText.Of(Encoding.UTF8.GetString(text))}",
        JsonTokenType.Number => $"the number {Encoding.UTF8.GetString(text[..Math.Min(text.Length, 40)])}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };
}
