using SynthFarm.Core.Chat;
using SynthFarm.Inference.Engine;

namespace SynthFarm.Inference.OpenAI.Prompts;

/// <summary>
/// Takes the power out of marks in texts from elsewhere. Servers read the text of a control token as that token, so a problem could end its own turn, or add a step
/// marker. In what is sent a space parts such a text; what is stored stays as it is.
/// </summary>
internal static class PlainText
{
    private static readonly string[] _specials = [.. ChatTemplate.All.SelectMany(template => template.Specials).Distinct()];

    /// <summary>The text without control tokens of the families known, or a dialect's marker.</summary>
    public static string Of(string text, RewardDialect? dialect = null)
    {
        foreach (var special in _specials)
        {
            text = Part(text, special);
        }

        return dialect?.Marker is { } marker ? Part(text, marker.Trim()) : text;
    }

    private static string Part(string text, string special) => text.Replace(special, $"{special[..1]} {special[1..]}", StringComparison.Ordinal);
}
