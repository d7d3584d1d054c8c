namespace SynthFarm.Core.Answers.Extraction;

/// <summary>Boxed answers, found from the end with their braces counted.</summary>
internal static class Boxes
{
    private const int MaxTried = 8;
    private const int MaxJoined = 16;
    private const int MaxContents = 20_000;

    /// <summary>Where the last box with balanced braces starts and ends, and what stands in it; boxes side by side are a list.</summary>
    public static (int Start, int End, string Contents)? Last(ReadOnlySpan<char> text) => Find(text, isLenient: true) is { } box ? Join(text, box) : null;

    /// <summary>What stands in the last <c>\boxed{...}</c> with balanced braces, alone.</summary>
    public static string? LastBraced(ReadOnlySpan<char> text) => Find(text, isLenient: false)?.Contents;

    private static (int Start, int End, string Contents)? Find(ReadOnlySpan<char> text, bool isLenient)
    {
        var end = text.Length;
        for (var tried = 0; tried < MaxTried; tried++)
        {
            var at = text[..end].LastIndexOf("\\boxed", StringComparison.Ordinal);
            at = isLenient ? Math.Max(at, text[..end].LastIndexOf("\\fbox", StringComparison.Ordinal)) : at;
            if (at < 0)
            {
                return null;
            }

            if (Read(text, at) is { } box && (isLenient || text[box.End - 1] == '}'))
            {
                return box;
            }

            end = at;
        }

        return null;
    }

    private static (int Start, int End, string Contents)? Read(ReadOnlySpan<char> text, int at)
    {
        var open = at + (text[at..].StartsWith("\\boxed", StringComparison.Ordinal) ? 6 : 5);
        while (open < text.Length && text[open] == ' ')
        {
            open++;
        }

        if (open >= text.Length)
        {
            return null;
        }

        if (text[open] != '{')
        {
            // "\boxed 5": TeX boxes the next token; a number is meant whole.
            var stop = text[open..].IndexOfAny("$\n\\ ,");
            var bare = stop < 0 ? text[open..] : text.Slice(open, stop);
            bare = bare.TrimEnd(".)]");
            return bare.IsEmpty || open == at + 6 ? null : (at, open + bare.Length, bare.ToString());
        }

        var depth = 0;
        var limit = Math.Min(text.Length, open + MaxContents);
        for (var i = open; i < limit; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return (at, i + 1, text[(open + 1)..i].Trim().ToString());
            }
        }

        return null;
    }

    /// <summary><c>\boxed{1}\boxed{2}</c>, with at most a comma or "and" between them.</summary>
    private static (int Start, int End, string Contents) Join(ReadOnlySpan<char> text, (int Start, int End, string Contents) last)
    {
        var joined = last;
        for (var i = 0; i < MaxJoined; i++)
        {
            var before = text[..joined.Start].TrimEnd(" ,$");
            before = before.EndsWith("and", StringComparison.Ordinal) ? before[..^3].TrimEnd(" ,$") : before;
            var from = before.Length - 1;
            if (from < 0 || before[from] != '}')
            {
                return joined;
            }

            var at = before.LastIndexOf("\\boxed{", StringComparison.Ordinal);
            if (at < 0 || before.Length - at > 200 || Read(text, at) is not { } box || box.End != before.Length)
            {
                return joined;
            }

            joined = (box.Start, last.End, $"{box.Contents}, {joined.Contents}");
        }

        return joined;
    }
}
