namespace SynthFarm.Core.Answers.Extraction;

/// <summary>The part of a response in which its answer stands.</summary>
internal static class ResponseText
{
    /// <summary>Only this many characters at the end are looked at.</summary>
    public const int MaxLength = 250_000;

    private static readonly string[] TurnEnds = ["<|im_end|>", "<|im_start|>", "<|eot_id|>", "<|endoftext|>", "<|end_of_text|>", "</s>"];

    /// <summary>Without what comes behind the end of the turn, and without the thought where a solution follows it.</summary>
    public static ReadOnlySpan<char> Of(string response)
    {
        var text = response.AsSpan();
        text = text.Length > MaxLength ? text[^MaxLength..] : text;
        if (text.Contains("<|", StringComparison.Ordinal) || text.Contains("</s>", StringComparison.Ordinal))
        {
            foreach (var mark in TurnEnds)
            {
                var at = text.IndexOf(mark, StringComparison.Ordinal);
                text = at > 0 && !text[..at].IsWhiteSpace() ? text[..at] : text;
            }
        }

        foreach (var mark in (ReadOnlySpan<string>)["</think>", "<|end_of_thought|>"])
        {
            var at = text.LastIndexOf(mark, StringComparison.Ordinal);
            text = at >= 0 && !text[(at + mark.Length)..].IsWhiteSpace() ? text[(at + mark.Length)..] : text;
        }

        return text;
    }
}
