namespace SynthFarm.Inference.Tokenization;

/// <summary>The merges of a file as ids.</summary>
internal static class MergeRules
{
    /// <summary>In the order of their ranks, without those that would make a control token or a byte's token out of text.</summary>
    /// <exception cref="TokenizerFormatException">A merge names a token that the vocabulary lacks.</exception>
    public static IEnumerable<MergeRule> Of(TokenizerDefinition definition, TokenTable table)
    {
        foreach ((string left, string right) in definition.Merges)
        {
            string text = left + right;
            var rule = new MergeRule(Id(left), Id(right), Id(text));
            if (!table.IsSpecial(rule.Result) && (definition.Form == VocabularyForm.ByteLevel || !ByteTokens.TryGetValue(text, out _)))
                yield return rule;

            int Id(string part) => table.IdOfVocabularyText.TryGetValue(part, out int id)
                ? id
                : throw new TokenizerFormatException($"model.merges has \"{left} {right}\", but model.vocab has no \"{part}\".");
        }
    }

    /// <summary>Whether no merge makes a token with a space behind something else.</summary>
    public static bool StayWithinWords(IEnumerable<MergeRule> merges, TokenTable table) => merges.All(rule =>
    {
        ReadOnlySpan<byte> text = table.BytesOf(rule.Result);
        return !text.TrimStart((byte)' ').Contains((byte)' ');
    });
}
