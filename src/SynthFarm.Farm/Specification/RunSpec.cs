using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Models;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Search;
using SynthFarm.Core.Selection;

namespace SynthFarm.Farm.Specification;

/// <summary>
/// What a run does and with what. Bound from a file, the environment and flags by <see cref="RunSpecReader"/>; stored in the run. What
/// decides the output is hashed by <see cref="RunConfiguration"/>; the rest (publishing, selection, concurrency, limits, commit,
/// journal, panel, served, drain) may change between two starts of one run.
/// </summary>
public sealed record RunSpec
{
    /// <summary>The policy model's URI. Default <c>tiny</c>, the one that ships.</summary>
    public string Policy { get; init; } = "tiny";

    /// <summary>The process reward model's URI. Default <c>tiny</c>, the one that ships.</summary>
    public string Reward { get; init; } = "tiny";

    /// <summary>The run's seed; every random choice derives from it. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>The improvement round the run belongs to; part of its trees' ids. Default 0. 0 to 1000.</summary>
    public int Round { get; init; }

    public SearchOptions Search { get; init; } = new();

    public SearchBudget Budget { get; init; } = new();

    public SamplingOptions Sampling { get; init; } = new();

    public LongThoughtOptions LongThoughts { get; init; } = new();

    public PublishingOptions Publish { get; init; } = new();

    public PreferenceOptions Preferences { get; init; } = new();

    public StepLabelOptions Labels { get; init; } = new();

    /// <summary>What <c>corpus select</c> takes of a snapshot. Not part of a run, which never looks at it; here so that one file configures everything.</summary>
    public SelectionOptions Selection { get; init; } = new();

    /// <summary>How many problems are searched at once. Default 16. 1 to 4096. Does not change the output.</summary>
    public int Concurrency { get; init; } = 16;

    public LimitOptions Limits { get; init; } = new();

    public CommitOptions Commit { get; init; } = new();

    public JournalOptions Journal { get; init; } = new();

    public PanelOptions Panel { get; init; } = new();

    public ServedOptions Served { get; init; } = new();

    /// <summary>Names every value that is out of bounds, each as <c>key is value; allowed is bound.</c></summary>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrWhiteSpace(Policy))
        {
            yield return "policy is empty; allowed is the URI of a model, e.g. tiny or file:DIR.";
        }

        if (string.IsNullOrWhiteSpace(Reward))
        {
            yield return "reward is empty; allowed is the URI of a model, e.g. tiny or file:DIR.";
        }

        if (Round is < 0 or > 1000)
        {
            yield return $"round is {Round}; allowed are 0 to 1000.";
        }

        if (Concurrency is < 1 or > 4096)
        {
            yield return $"concurrency is {Concurrency}; allowed are 1 to 4096.";
        }

        var sections = Search.Validate("search")
            .Concat(Budget.Validate("budget"))
            .Concat(Sampling.Validate("sampling"))
            .Concat(LongThoughts.Validate("longThoughts"))
            .Concat(Publish.Validate("publish"))
            .Concat(Preferences.Validate("preferences"))
            .Concat(Labels.Validate("labels"))
            .Concat(Selection.Validate("selection"))
            .Concat(Limits.Validate("limits"))
            .Concat(Commit.Validate("commit"))
            .Concat(Journal.Validate("journal"))
            .Concat(Panel.Validate("panel"))
            .Concat(Served.Validate("served"));
        foreach (var fault in sections)
        {
            yield return fault;
        }
    }
}
