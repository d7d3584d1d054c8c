namespace SynthFarm.Corpus.Rows;

/// <summary>The line every published response ends with.</summary>
internal static class AnswerLine
{
    public const string Prefix = "Answer: ";

    /// <summary>What stands after <see cref="Prefix"/> on the last line; null when the last line is another.</summary>
    public static string? Of(string content)
    {
        var text = content.AsSpan().TrimEnd('\n');
        var last = text[(text.LastIndexOf('\n') + 1)..];
        return last.StartsWith(Prefix) && last.Length > Prefix.Length ? last[Prefix.Length..].ToString() : null;
    }
}
