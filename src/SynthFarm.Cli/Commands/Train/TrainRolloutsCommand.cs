using System.CommandLine;
using System.Globalization;
using SynthFarm.Cli.Models;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.Cli.Commands.Train;

/// <summary><c>synthfarm train rollouts</c>: draws the step labels that <c>train prm</c> learns from.</summary>
internal sealed class TrainRolloutsCommand : Command
{
    private readonly Option<string?> _model = CommonOptions.Text("--model", "The policy: tiny or file:DIR.", "URI", required: true);
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The file of rows to write; an existing one is replaced.", "FILE", required: true);
    private readonly Option<int?> _problems = CommonOptions.Number("--problems", $"Training problems (default {new RolloutOptions().Problems}).", 1, 1_000_000);
    private readonly Option<int?> _samples = CommonOptions.Number("--samples", $"Rollouts per problem (default {new RolloutOptions().Samples}).", 2, 4096);
    private readonly Option<double?> _temperature = CommonOptions.Number("--temperature", $"Sampling temperature (default {new RolloutOptions().Temperature}).", 0.0, 5.0);
    private readonly Option<string> _family = CommonOptions.OneOf("--family", "Whose problems to draw; of arithmetic alone, mostly long ones.", "all", "all", "countdown", "arithmetic");
    private readonly Option<int?> _maxWrong = CommonOptions.Number("--max-wrong", "Wrong paths of a problem to write rows for, the first ones drawn; labels count all (default all).", 1, 4096);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", $"Decides problems and rollouts (default {new RolloutOptions().Seed}).", 0, ulong.MaxValue);

    public TrainRolloutsCommand()
        : base("rollouts", "Label steps by the share of a policy's rollouts through them that end well.")
    {
        foreach (var option in new Option[] { _model, _out, _problems, _samples, _temperature, _family, _maxWrong, _seed })
        {
            Add(option);
        }

        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var defaults = new RolloutOptions();
        var options = defaults with
        {
            Problems = parse.GetValue(_problems) ?? defaults.Problems,
            Samples = parse.GetValue(_samples) ?? defaults.Samples,
            Temperature = parse.GetValue(_temperature) ?? defaults.Temperature,
            MaxWrong = parse.GetValue(_maxWrong) ?? defaults.MaxWrong,
            Parts = parse.GetValue(_family) switch
            {
                "countdown" => RolloutOptions.Countdown,
                "arithmetic" => RolloutOptions.Arithmetic,
                _ => RolloutOptions.BothFamilies,
            },
            Seed = parse.GetValue(_seed) ?? defaults.Seed,
        };
        if (new SamplingOptions { Temperature = options.Temperature }.Validate("--sampling").FirstOrDefault() is { } fault)
        {
            throw CliException.Usage(fault.Replace("--sampling.temperature", "--temperature", StringComparison.Ordinal));
        }

        var path = parse.GetRequiredValue(_out)!;
        using var model = PolicyLoader.Load(parse.GetRequiredValue(_model)!, "--model");
        var line = new ProgressLine(context);
        var rows = await TinyRewardTraining.WriteRowsAsync(
            new EnginePolicyModel(model), options, path,
            grown => line.Show(() => string.Create(CultureInfo.InvariantCulture, $"{grown}/{options.Problems} trees, {model.Engine.Counters.TokensSampled:N0} tokens"), grown == options.Problems),
            context.Interrupted).ConfigureAwait(false);
        line.End();
        context.Out.WriteLine($"{rows} rows in {TerminalText.Line(path)}.");
        return ExitCodes.Done;
    }
}
