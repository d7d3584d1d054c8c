using System.Text.Json.Nodes;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Runs;

/// <summary>
/// A run directory whose trees were imported instead of grown: policy, reward model and search are named after the data set, and everything
/// that reads runs reads it. It cannot be resumed, for no model made it.
/// </summary>
public static class ImportedRun
{
    /// <summary>The reward model of trees that have no rewards.</summary>
    public const string NoReward = "none";

    /// <summary>What a tree's corpus says of where it comes from.</summary>
    /// <param name="dataSet">The format's name, e.g. <c>prm800k</c>.</param>
    /// <param name="settings">What else decides the trees, by name.</param>
    public static CorpusLineage Lineage(string dataSet, IReadOnlyDictionary<string, string> settings)
    {
        var configuration = Configuration(dataSet, settings);
        return new CorpusLineage
        {
            RunId = configuration.Hash[..16],
            ConfigHash = configuration.Hash,
            Seed = 0,
            PolicyModel = dataSet,
            RewardModel = NoReward,
            Search = SearchName(dataSet),
        };
    }

    /// <summary>Makes a directory with an imported corpus a run directory. The problems are copied; durable when it returns.</summary>
    /// <param name="directory">Holds the corpus and nothing else.</param>
    /// <param name="problems">The problem file of its trees.</param>
    /// <exception cref="ProblemFileException">The problem file has faults.</exception>
    public static void Complete(string directory, string dataSet, IReadOnlyDictionary<string, string> settings, string problems, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var limits = new LimitOptions();
        var scan = ProblemScan.Run(problems, problems, limits, accepted: null, cancellationToken);
        if (scan.Report.Faults.Count > 0)
        {
            throw new ProblemFileException(scan.Report);
        }

        var configuration = Configuration(dataSet, settings);
        RunDirectory.Save(
            directory,
            new RunFile
            {
                Format = RunFile.ExpectedFormat,
                RunId = configuration.Hash[..16],
                ConfigHash = configuration.Hash,
                Configuration = JsonNode.Parse(configuration.Canonical)!.AsObject(),
                Spec = new RunSpec { Policy = SearchName(dataSet), Reward = NoReward, Search = new SearchOptions { Name = SearchName(dataSet) } },
                Problems = RunDirectory.Accept(directory, problems, scan, limits, CrashPoint.None),
                ProductVersion = RunDirectory.ProductVersion,
            },
            CrashPoint.None);
        DurableFiles.FlushDirectory(directory);
    }

    private static string SearchName(string dataSet) => $"import:{dataSet}";

    private static RunConfiguration Configuration(string dataSet, IReadOnlyDictionary<string, string> settings) => RunConfiguration.Parse(new JsonObject
    {
        ["derivation"] = LongThoughtDeriver.Version,
        ["import"] = dataSet,
        ["policy"] = dataSet,
        ["reward"] = NoReward,
        ["settings"] = new JsonObject(settings.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
    }.ToJsonString());
}
