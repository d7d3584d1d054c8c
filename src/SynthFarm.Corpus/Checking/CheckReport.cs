namespace SynthFarm.Corpus.Checking;

/// <summary>The result of a check.</summary>
public sealed record CheckReport
{
    /// <summary>What was found, in the order of the checks; at most <see cref="CheckOptions.MaxFindings"/>.</summary>
    public required IReadOnlyList<CheckFinding> Findings { get; init; }

    /// <summary>Findings beyond the most that are listed.</summary>
    public required long FindingsNotListed { get; init; }

    /// <summary>Files whose checksum was compared.</summary>
    public required int Files { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Rows that were read.</summary>
    public required long Rows { get; init; }

    /// <summary>Answers that their checker confirmed anew.</summary>
    public required long AnswersConfirmed { get; init; }

    /// <summary>Rows that were held to a trainer's rules, once per trainer.</summary>
    public required long TrainerRows { get; init; }

    /// <summary>Whether nothing is damaged.</summary>
    public bool IsSound => FindingsNotListed == 0 && Findings.All(f => f.Severity != CheckSeverity.Damage);
}
