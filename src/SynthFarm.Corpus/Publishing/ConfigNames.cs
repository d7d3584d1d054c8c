namespace SynthFarm.Corpus.Publishing;

/// <summary>The configs a snapshot can have, which are also its folders.</summary>
public static class ConfigNames
{
    public const string Sft = "sft";
    public const string Shortcut = "shortcut";
    public const string Dpo = "dpo";
    public const string DpoPairs = "dpo_pairs";
    public const string DpoSteps = "dpo_steps";
    public const string DpoThoughts = "dpo_thoughts";
    public const string Prm = "prm";
    public const string Rl = "rl";
    public const string Kto = "kto";
    public const string KtoMessages = "kto_messages";
    public const string ProcessBench = "processbench";
    public const string Trees = "trees";
    public const string Rejections = "rejections";

    /// <summary>The word that stands for all configs.</summary>
    public const string AllWord = "all";

    /// <summary>In the order the card lists them; the first a snapshot has is its default.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Sft, Shortcut, Dpo, DpoPairs, DpoSteps, DpoThoughts, Prm, Rl, Kto, KtoMessages, ProcessBench, Trees, Rejections];

    /// <summary>Reads names with commas between them, or <c>all</c>.</summary>
    /// <returns>The names in the order of <see cref="All"/>; empty when one is unknown or there is none.</returns>
    public static IReadOnlyList<string> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names is [AllWord] ? All
            : names.Except(All).Any() ? []
            : [.. All.Where(names.Contains)];
    }
}
