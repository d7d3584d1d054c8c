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
    private readonly Option<string?> _policy = CommonOptions.Text("--policy", "The policy model: tiny or file:DIR (default tiny).", "URI");
    private readonly Option<string?> _reward = CommonOptions.Text("--reward", "The process reward model: tiny or file:DIR (default tiny).", "URI");
    private readonly Option<string?> _search = CommonOptions.Text("--search", $"The search: {string.Join(", ", TreeSearches.Names)} (default beam).", "NAME");
    private readonly Option<int?> _concurrency = CommonOptions.Number("--concurrency", "Problems searched at once; does not change the output.", 1, 4096);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", "The run's seed (default 0).", 0, ulong.MaxValue);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _sources.Config, _policy, _reward, _search, _concurrency, _seed, _sources.Set })
        {
            command.Add(option);
        }
    }

    /// <exception cref="SpecException">Something is unknown or out of bounds; all of it is told.</exception>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public RunSpec Read(ParseResult parse)
    {
        var spec = RunSpecReader.Read(_sources.Read(parse, Settings(parse)));
        return spec with { Policy = ModelUri.Absolute(spec.Policy), Reward = ModelUri.Absolute(spec.Reward) };
    }

    private IEnumerable<SpecSetting> Settings(ParseResult parse)
    {
        var flags = new (string Key, string? Value, Option Option)[]
        {
            ("policy", parse.GetValue(_policy), _policy),
            ("reward", parse.GetValue(_reward), _reward),
            ("search.name", parse.GetValue(_search), _search),
            ("concurrency", parse.GetValue(_concurrency)?.ToString(CultureInfo.InvariantCulture), _concurrency),
            ("seed", parse.GetValue(_seed)?.ToString(CultureInfo.InvariantCulture), _seed),
        };
        return flags.Where(flag => flag.Value is not null).Select(flag => new SpecSetting(flag.Key, flag.Value!, flag.Option.Name));
    }
}
