using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Evaluation;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary><c>synthfarm evaluate</c>: how good a policy and a reward model are on problems neither has seen.</summary>
internal sealed class EvaluateCommand : Command
{
    private readonly EvaluatedModelOptions _models = new();
    private readonly Option<int?> _problems = CommonOptions.Number("--problems", $"Problems per group (default {new EvaluationOptions().Problems}).", 1, 100_000);
    private readonly Option<int?> _samples = CommonOptions.Number("--samples", $"Samples for majority and best of n (default {new EvaluationOptions().Samples}).", 1, 4096);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", $"Decides problems and samples (default {new EvaluationOptions().Seed}).", 0, ulong.MaxValue);
    private readonly Option<string> _output = CommonOptions.Output();

    public EvaluateCommand()
        : base("evaluate", "Measure a policy and a reward model on held-out problems of the built-in families.")
    {
        foreach (var option in _models.All.Concat([_problems, _samples, _seed, _output]))
        {
            Add(option);
        }

        Add(new EvaluateSearchCommand());
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var defaults = new EvaluationOptions();
        var options = defaults with
        {
            Problems = parse.GetValue(_problems) ?? defaults.Problems,
            Samples = parse.GetValue(_samples) ?? defaults.Samples,
            Seed = parse.GetValue(_seed) ?? defaults.Seed,
        };
        await using var models = await _models.LoadAsync(parse, context).ConfigureAwait(false);
        var report = await new ModelEvaluation(models.Policy, models.Reward, options).RunAsync(context.Note, context.Interrupted).ConfigureAwait(false);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(report, CliJson.Options));
        }
        else
        {
            EvaluationTables.Write(report, context.Out);
        }

        return ExitCodes.Done;
    }
}
