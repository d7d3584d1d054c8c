using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.Cli.Commands.Train;

/// <summary><c>synthfarm train prm</c>: trains a process reward model on step labels.</summary>
internal sealed class TrainPrmCommand : Command
{
    private readonly Option<string[]> _data = new("--data") { Description = "JSON lines with tokens, positions and labels, as train rollouts writes them; may be given more than once.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _model = CommonOptions.Text("--model", "The policy whose decoder it starts from: tiny or file:DIR.", "URI", required: true);
    private readonly Option<double?> _epochs = CommonOptions.Number("--epochs", "Passes over the data, where --steps is not given (default 1).", 0.001, 10_000.0);
    private readonly Option<double?> _textShare = CommonOptions.Number(
        "--text-share", "Share of each batch that goes on with the training of the tiny policy, solved problems and single facts with a next-token loss (default 0).", 0, 0.9);

    private readonly TrainingOptions _training = new();

    public TrainPrmCommand()
        : base("prm", "Train a process reward model on step labels.")
    {
        foreach (var option in new Option[] { _data, _model, _epochs, _textShare })
        {
            Add(option);
        }

        _training.AddTo(this);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var policy = ModelFolder.OfPolicy(parse.GetRequiredValue(_model)!, "--model");
        var rows = parse.GetRequiredValue(_data).SelectMany(RewardRowFile.Read).ToList();
        var options = _training.Apply(parse, TinyRewardTraining.DefaultOptions);
        double? epochs = _training.HasSteps(parse) ? null : parse.GetValue(_epochs) ?? 1;
        context.Note($"{rows.Count} rows to train on.");
        LossLine? line = null;
        using var trainer = TinyRewardTraining.CreateTrainer(policy, rows, epochs, parse.GetValue(_textShare) ?? 0, options, progress => line?.Report(progress));
        line = new LossLine(context, trainer.Options.Steps);
        return TrainingSession.Run(trainer, _training.Folder(parse), _training.TimeLimit(parse), line, folder => TinyRewardTraining.Save(trainer, folder), context);
    }
}
