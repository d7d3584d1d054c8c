namespace SynthFarm.Corpus.Comparison;

/// <summary>What is compared and how much of it is told.</summary>
public sealed record DiffOptions
{
    /// <summary>Most examples for each reason. Default 3. 0 to 1000.</summary>
    public int Limit { get; init; } = 3;

    /// <summary>Of the first corpus only the trees and rows of this round. Default null: all.</summary>
    public int? RoundA { get; init; }

    /// <summary>Of the second corpus only the trees and rows of this round. Default null: all.</summary>
    public int? RoundB { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Limit is < 0 or > 1000)
        {
            yield return $"{path}.limit is {Limit}; allowed are 0 to 1000.";
        }

        foreach (var (name, round) in new[] { ("roundA", RoundA), ("roundB", RoundB) })
        {
            if (round < 0)
            {
                yield return $"{path}.{name} is {round}; at least 0 is allowed.";
            }
        }
    }
}
