using System.Text;
using System.Text.Json;

namespace SynthFarm.Core.Answers.Extraction;

/// <summary>Answers in a fenced block of JSON: <c>{"answer": 5}</c>.</summary>
internal static class JsonAnswers
{
    private const int MaxBlock = 20_000;

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16, AllowTrailingCommas = true };

    private static readonly string[] Keys = ["answer", "final_answer", "finalAnswer", "final answer", "Answer", "result"];

    /// <summary>The answer in the last fenced block, and where the block starts; null without one.</summary>
    public static (int Start, string Contents)? Last(ReadOnlySpan<char> text)
    {
        var close = text.LastIndexOf("```", StringComparison.Ordinal);
        if (close <= 0)
        {
            return null;
        }

        var open = text[..close].LastIndexOf("```", StringComparison.Ordinal);
        if (open < 0 || close - open > MaxBlock)
        {
            return null;
        }

        var block = text[(open + 3)..close];
        var brace = block.IndexOf('{');
        return brace >= 0 && block[..brace].Trim() is "json" or "" && Read(block[brace..]) is { } answer ? (open, answer) : null;
    }

    private static string? Read(ReadOnlySpan<char> block)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(block.ToArray());
            var reader = new Utf8JsonReader(bytes, Options);
            using var document = JsonDocument.ParseValue(ref reader);
            foreach (var key in Keys)
            {
                if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(key, out var value))
                {
                    return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Damaged JSON, or a string of half surrogates, states no answer.
            return null;
        }
    }
}
