namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>Where sentences begin: at the start, behind a full stop, question or exclamation mark, colon or semicolon and white space, and on new lines.</summary>
internal static class Sentences
{
    /// <summary>The positions of the sentences' first characters, and behind numbering such as <c>(a)</c>.</summary>
    public static IEnumerable<int> Of(string text)
    {
        var isStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                isStart |= c == '\n' || (i > 0 && text[i - 1] is '.' or '?' or '!' or ':' or ';' or ')');
                continue;
            }

            if (isStart)
            {
                yield return i;
            }

            isStart = false;
        }
    }
}
