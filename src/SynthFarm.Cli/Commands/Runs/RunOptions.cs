using System.CommandLine;
using System.Globalization;
using SynthFarm.Cli.Models;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Search;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary>The flags that override a run's specification, and how they become one: file, then environment, then flags in order.</summary>
internal sealed class RunOptions
{
    private readonly SpecSourceOptions _sources = new();
    private readonly Option<string?> _policy = CommonOptions.Text("--policy", "The policy model: tiny, file:DIR or openai:URL?model=NAME (default tiny).", "URI");
    private readonly Option<string?> _reward = CommonOptions.Text("--reward", "The process reward model: tiny, file:DIR, prm:URL?model=NAME or judge:openai:URL?model=NAME (default tiny).", "URI");
    private readonly Option<string?> _search = CommonOptions.Text("--search", $"The search: {string.Join(", ", TreeSearches.Names)} (default beam).", "NAME");
    private readonly Option<int?> _concurrency = CommonOptions.Number("--concurrency", "Problems searched at once; does not change the output.", 1, 4096);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", "The run's seed (default 0).", 0, ulong.MaxValue);

    private readonly Option<string?> _record = CommonOptions.Text("--record", "Keep every answer of served models in a folder, and give it again when the same is asked.", "DIR");
    private readonly Option<string?> _replay = CommonOptions.Text("--replay", "Take the answers of served models from a folder that --record filled; nothing is sent.", "DIR");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _sources.Config, _policy, _reward, _search, _concurrency, _seed, _record, _replay, _sources.Set })
        {
            command.Add(option);
        }
    }

    /// <exception cref="SpecException">Something is unknown or out of bounds; all of it is told.</exception>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public RunSpec Read(ParseResult parse)
    {
        var spec = RunSpecReader.Read(_sources.Read(parse, Settings(parse)));
        return spec with
        {
            Policy = ModelUri.Absolute(spec.Policy),
            Reward = ModelUri.Absolute(spec.Reward),
            Served = spec.Served with { Record = Absolute(spec.Served.Record), Replay = Absolute(spec.Served.Replay) },
        };
    }

    private static string Absolute(string folder) => folder.Length > 0 ? Path.GetFullPath(folder) : "";

    private IEnumerable<SpecSetting> Settings(ParseResult parse)
    {
        var flags = new (string Key, string? Value, Option Option)[]
        {
            ("policy", parse.GetValue(_policy), _policy),
            ("reward", parse.GetValue(_reward), _reward),
            ("search.name", parse.GetValue(_search), _search),
            ("concurrency", parse.GetValue(_concurrency)?.ToString(CultureInfo.InvariantCulture), _concurrency),
            ("served.record", parse.GetValue(_record), _record),
            ("served.replay", parse.GetValue(_replay), _replay),
            ("seed", parse.GetValue(_seed)?.ToString(CultureInfo.InvariantCulture), _seed),
        };
        return flags.Where(flag => flag.Value is not null).Select(flag => new SpecSetting(flag.Key, flag.Value!, flag.Option.Name));
    }
}
