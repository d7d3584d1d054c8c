using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.Cli.Commands.Train;

/// <summary><c>synthfarm train prm</c>: trains a process reward model on step labels.</summary>
internal sealed class TrainPrmCommand : Command
{
    private readonly Option<string?> _data = CommonOptions.Text("--data", "JSON lines with tokens, positions and labels, as train rollouts writes them.", "FILE", required: true);
    private readonly Option<string?> _model = CommonOptions.Text("--model", "The policy whose decoder it starts from: tiny or file:DIR.", "URI", required: true);
    private readonly Option<double?> _epochs = CommonOptions.Number("--epochs", "Passes over the data, where --steps is not given (default 1).", 0.001, 10_000.0);
    private readonly TrainingOptions _training = new();

    public TrainPrmCommand()
        : base("prm", "Train a process reward model on step labels.")
    {
        foreach (var option in new Option[] { _data, _model, _epochs })
        {
            Add(option);
        }

        _training.AddTo(this);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var policy = ModelFolder.OfPolicy(parse.GetRequiredValue(_model)!, "--model");
        var rows = RewardRowFile.Read(parse.GetRequiredValue(_data)!);
        var options = _training.Apply(parse, TinyRewardTraining.DefaultOptions);
        var epochs = _training.HasSteps(parse)
            ? (double)options.Steps * options.BatchSequences / rows.Count
            : parse.GetValue(_epochs) ?? 1;
        context.Note($"{rows.Count} rows to train on.");
        LossLine? line = null;
        using var trainer = TinyRewardTraining.CreateTrainer(policy, rows, epochs, options, progress => line?.Report(progress));
        line = new LossLine(context, trainer.Options.Steps);
        return TrainingSession.Run(trainer, _training.Folder(parse), _training.TimeLimit(parse), line, folder => TinyRewardTraining.Save(trainer, folder), context);
    }
}
