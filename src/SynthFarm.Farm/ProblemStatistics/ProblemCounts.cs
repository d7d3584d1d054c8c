using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Farm.ProblemStatistics;

/// <summary>What a problem set holds, in numbers. Counts are of different problems; values of a field are sorted by frequency.</summary>
public sealed record ProblemCounts
{
    public required long Problems { get; init; }

    public required IReadOnlyList<NamedCount> Sources { get; init; }

    public required IReadOnlyList<NamedCount> Topics { get; init; }

    public required IReadOnlyList<NamedCount> Kinds { get; init; }

    public required IReadOnlyList<NamedCount> Levels { get; init; }

    /// <summary>Problems that belong to no triage class.</summary>
    public required long Plain { get; init; }

    /// <summary>Problems by triage class; one may belong to several.</summary>
    public required IReadOnlyList<NamedCount> Triage { get; init; }

    /// <summary>Problems by the form of their gold answer.</summary>
    public required IReadOnlyList<NamedCount> AnswerTypes { get; init; }

    /// <summary>Multiple-choice problems by how the gold answer names its option: letter, text or neither.</summary>
    public required IReadOnlyList<NamedCount> Choices { get; init; }

    /// <summary>Characters of the statements.</summary>
    public required Distribution StatementLengths { get; init; }

    /// <summary>Characters of the gold answers there are.</summary>
    public required Distribution AnswerLengths { get; init; }
}
