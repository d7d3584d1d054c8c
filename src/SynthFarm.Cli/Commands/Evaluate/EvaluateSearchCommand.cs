using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Evaluation.Searches;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary><c>synthfarm evaluate search</c>: what each search makes of the same problems at the same mean number of tokens.</summary>
internal sealed class EvaluateSearchCommand : Command
{
    private static readonly SearchComparisonOptions Defaults = new();

    private readonly Option<string[]> _searches = ListOption.Create(
        "--searches", $"The searches (default {string.Join(',', SearchSizes.Names)}).", "NAME,...", SearchName);

    private readonly Option<int[]> _budgets = ListOption.Create(
        "--budgets", $"Mean tokens generated per problem (default {string.Join(',', Defaults.Budgets)}).", "N,...", text => ListOption.Number(text, 1, 1_000_000));

    private readonly Option<int?> _seeds = CommonOptions.Number("--seeds", $"How often everything is drawn anew (default {Defaults.Seeds}).", 1, 1000);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", $"Decides problems, and is the first seed of the searches (default {Defaults.Seed}).", 0, ulong.MaxValue);
    private readonly Option<string?> _plot = CommonOptions.Text("--plot", "An SVG file to draw the table into; an existing one is replaced.", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();
    private readonly SearchProblemOptions _problems = new();
    private readonly EvaluatedModelOptions _models = new();

    public EvaluateSearchCommand()
        : base("search", "Compare searches on one problem set at matched mean tokens.")
    {
        foreach (var option in new Option[] { _searches, _budgets, _seeds, _seed }.Concat(_problems.All).Concat(_models.All).Append(_plot).Append(_output))
        {
            Add(option);
        }

        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var options = Defaults with
        {
            Searches = parse.GetValue(_searches) is { Length: > 0 } searches ? searches : Defaults.Searches,
            Budgets = parse.GetValue(_budgets) is { Length: > 0 } budgets ? budgets : Defaults.Budgets,
            Seeds = parse.GetValue(_seeds) ?? Defaults.Seeds,
            Seed = parse.GetValue(_seed) ?? Defaults.Seed,
        };
        var problems = _problems.Read(parse, options.Seed, context);
        await using var models = await _models.LoadAsync(parse, context).ConfigureAwait(false);
        using var plot = parse.GetValue(_plot) is { } path ? new PlotFile(path) : null;
        var report = await new SearchComparison(models.Policy, models.Reward, problems.Measured, problems.Calibration, options)
            .RunAsync(context.Note, context.Interrupted).ConfigureAwait(false);
        plot?.Write(report);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(report, CliJson.Options));
        }
        else
        {
            SearchComparisonTable.Write(report, context.Out);
        }

        return ExitCodes.Done;
    }

    private static string SearchName(string text) => SearchSizes.Names.Contains(text)
        ? text
        : throw new FormatException($"found '{text}'; allowed are {string.Join(", ", SearchSizes.Names)}");
}
