using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Sources;

namespace SynthFarm.Formats;

/// <summary>A published format: how its records are read and written, and what it can hold.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Solutions">What it holds besides problems.</param>
internal sealed record ProblemFormat(string Name, string Summary, SolutionKind Solutions)
{
    public required Func<FieldNames, IFormatReader> Reader { get; init; }

    public required Func<FieldNames, IFormatWriter> Writer { get; init; }

    /// <summary>The form that the format prescribes; null where a file's own form decides.</summary>
    public RecordForm? Form { get; init; }

    /// <summary>Whether a folder of one file per record is read and written.</summary>
    public bool AllowsFolder { get; init; }

    /// <summary>Columns that every record must have, by the names the user gives.</summary>
    public Func<FieldNames, IReadOnlyList<string>> Required { get; init; } = _ => [];

    /// <summary>Whether a record names the first wrong step, so that a path whose steps nobody judged cannot be written.</summary>
    public bool NamesFirstError { get; init; }

    /// <summary>Whether one record does not know the gold answer, but another of the same problem may.</summary>
    public bool HasNoGold { get; init; }

    /// <summary>The problem's fields that a record holds, besides statement and answer.</summary>
    public IReadOnlyList<string> Carries { get; init; } = [];

    /// <summary>Fields of a record that are about the problem, not about its solution.</summary>
    public IReadOnlyList<string> ProblemFields { get; init; } = [];

    /// <summary>Whether the format is that of one data set, which then is the problems' source.</summary>
    public bool IsDataSet { get; init; } = true;

    /// <summary>The data set's licence, where its authors state one.</summary>
    public string? License { get; init; }

    /// <summary>Other formats whose records this one can give back too, because they are laid out alike.</summary>
    public IReadOnlyList<string> Kin { get; init; } = [];

    /// <summary>Whether a record is written without a tree.</summary>
    public bool WritesProblems => Solutions == SolutionKind.Reference;
}
