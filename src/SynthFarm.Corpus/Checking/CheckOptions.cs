using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Trainers;

namespace SynthFarm.Corpus.Checking;

/// <summary>What a check looks at.</summary>
public sealed record CheckOptions
{
    /// <summary>Compare only lengths and checksums with the manifest. Default false: rows are read and judged too.</summary>
    public bool FilesOnly { get; init; }

    /// <summary>Most findings that are listed; the rest is counted. Default 1000. At least 1.</summary>
    public int MaxFindings { get; init; } = 1000;

    /// <summary>Most ids held in memory at a time, 8 bytes each, while duplicates are looked for; a larger corpus is read several times. Default 8,388,608. At least 1024.</summary>
    public int MaxIdsInMemory { get; init; } = 8 << 20;

    /// <summary>Who judges answers. Default: the built-in checkers.</summary>
    public ProblemJudges Judges { get; init; } = ProblemJudges.BuiltIn;

    /// <summary>Trainers whose rules every row is held to as well. Default: none.</summary>
    public IReadOnlyList<Trainer> Trainers { get; init; } = [];

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (MaxFindings < 1)
        {
            yield return $"{path}.maxFindings is {MaxFindings}; at least 1 is allowed.";
        }

        if (MaxIdsInMemory < 1024)
        {
            yield return $"{path}.maxIdsInMemory is {MaxIdsInMemory}; at least 1024 is allowed.";
        }
    }
}
