namespace SynthFarm.Core.Selection.Filters;

/// <summary>
/// Which rows are good enough by themselves. A bound that is null is not applied; a row whose measure is not known does not pass a bound
/// on it.
/// </summary>
public sealed record FilterOptions
{
    /// <summary>Most words of a list.</summary>
    public const int MaxWords = 1000;

    /// <summary>Tokens the policy generated for the text. Default null. At least 0.</summary>
    public int? MinTokens { get; init; }

    /// <summary>Default null. At least 0, and not below <see cref="MinTokens"/>; so for every pair.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Length of the response in Unicode code points. Default null. At least 0.</summary>
    public int? MinCharacters { get; init; }

    public int? MaxCharacters { get; init; }

    /// <summary>Steps in the text. Default null. At least 0.</summary>
    public int? MinSteps { get; init; }

    public int? MaxSteps { get; init; }

    /// <summary>How often the thought goes back. Default null. At least 0.</summary>
    public int? MinBacktracks { get; init; }

    public int? MaxBacktracks { get; init; }

    /// <summary>Reward of the path. Default null. 0 to 1.</summary>
    public double? MinReward { get; init; }

    public double? MaxReward { get; init; }

    /// <summary>Perplexity of the steps in the text. Default null. At least 1.</summary>
    public double? MinPerplexity { get; init; }

    public double? MaxPerplexity { get; init; }

    /// <summary>Correct of answered draws, without the prior. Default null. 0 to 1.</summary>
    public double? MinPassRate { get; init; }

    public double? MaxPassRate { get; init; }

    /// <summary>Only problems with 0 &lt; p &lt; 1. Default false.</summary>
    public bool PartlySolved { get; init; }

    /// <summary>Largest share of word 4-grams that repeat an earlier one. Default null. 0 to 1.</summary>
    public double? MaxRepetition { get; init; }

    /// <summary>Responses that hold one of these words or phrases are rejected. Default none; at most 1000, each 1 to 100 characters.</summary>
    public IReadOnlyList<string> ForbiddenWords { get; init; } = [];

    /// <summary>Where there are any, a response must hold at least one of these. Default none; as above.</summary>
    public IReadOnlyList<string> RequiredWords { get; init; } = [];

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path) =>
    [
        .. Range($"{path}.minTokens", MinTokens, $"{path}.maxTokens", MaxTokens, 0, int.MaxValue),
        .. Range($"{path}.minCharacters", MinCharacters, $"{path}.maxCharacters", MaxCharacters, 0, int.MaxValue),
        .. Range($"{path}.minSteps", MinSteps, $"{path}.maxSteps", MaxSteps, 0, int.MaxValue),
        .. Range($"{path}.minBacktracks", MinBacktracks, $"{path}.maxBacktracks", MaxBacktracks, 0, int.MaxValue),
        .. Range($"{path}.minReward", MinReward, $"{path}.maxReward", MaxReward, 0, 1),
        .. Range($"{path}.minPerplexity", MinPerplexity, $"{path}.maxPerplexity", MaxPerplexity, 1, double.MaxValue),
        .. Range($"{path}.minPassRate", MinPassRate, $"{path}.maxPassRate", MaxPassRate, 0, 1),
        .. Range($"{path}.maxRepetition", MaxRepetition, "", null, 0, 1),
        .. Words($"{path}.forbiddenWords", ForbiddenWords),
        .. Words($"{path}.requiredWords", RequiredWords),
    ];

    private static IEnumerable<string> Range(string minKey, double? min, string maxKey, double? max, double lowest, double highest)
    {
        foreach (var (key, value) in new[] { (minKey, min), (maxKey, max) })
        {
            if (value is { } number && !(number >= lowest && number <= highest))
            {
                yield return highest is int.MaxValue or double.MaxValue
                    ? $"{key} is {number}; at least {lowest} is allowed."
                    : $"{key} is {number}; allowed are {lowest} to {highest}.";
            }
        }

        if (min > max)
        {
            yield return $"{maxKey} is {max}; at least {minKey}, {min}, is allowed.";
        }
    }

    private static IEnumerable<string> Words(string key, IReadOnlyList<string> words)
    {
        if (words.Count > MaxWords)
        {
            yield return $"{key} is a list of {words.Count} words; at most {MaxWords} are allowed.";
        }

        if (words.FirstOrDefault(word => string.IsNullOrWhiteSpace(word) || word.Length > 100) is { } wrong)
        {
            yield return $"{key} is a list with a word of {wrong.Length} characters, \"{(wrong.Length > 20 ? wrong[..20] + "..." : wrong)}\"; allowed are words of 1 to 100 characters that are not blank.";
        }
    }
}
