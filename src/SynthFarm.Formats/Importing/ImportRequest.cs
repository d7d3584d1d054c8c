using SynthFarm.Corpus.Store;
using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Sources;

namespace SynthFarm.Formats.Importing;

/// <summary>What is imported, from where and to where.</summary>
public sealed record ImportRequest
{
    /// <summary>One of <see cref="FormatRegistry.Names"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The files, at least one; for <c>math</c> folders too.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The problem file to write; it appears whole or not at all.</summary>
    public required string Output { get; init; }

    /// <summary>The run directory that gets the trees; null for none. Must be empty or not be there.</summary>
    public string? TreeDirectory { get; init; }

    /// <summary>What the trees' corpus says of where it comes from; needed with <see cref="TreeDirectory"/>.</summary>
    public CorpusLineage? Lineage { get; init; }

    /// <summary>The problem file of the tree directory: every problem with a tree, those without a gold answer included. Needed with <see cref="TreeDirectory"/>.</summary>
    public string? TreeProblems { get; init; }

    public FieldNames Fields { get; init; } = new();

    public InputLimits Limits { get; init; } = new();

    /// <summary>Whether records with faults are left out and told. Default false: a fault ends the import, and nothing is written.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>Stop after this many sound records. Default null: read everything.</summary>
    public long? Limit { get; init; }

    /// <summary>The source of problems whose records name none. Default null: the format's name.</summary>
    public string? Source { get; init; }

    /// <summary>The split of problems whose records name none.</summary>
    public string? Split { get; init; }

    /// <summary>The licence of problems whose records name none. Default null: what the data set's authors state, where they do.</summary>
    public string? License { get; init; }

    /// <summary>Most faults that are told. Default 100. At least 1.</summary>
    public int MaxFaults { get; init; } = 100;

    /// <summary>Told the number of records read, now and then.</summary>
    public IProgress<long>? Progress { get; init; }
}
