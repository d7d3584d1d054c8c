using System.CommandLine;
using SynthFarm.Inference.Training;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>The options that both trainings share.</summary>
internal sealed class TrainingOptions
{
    private readonly Option<long?> _steps = CommonOptions.Number<long>("--steps", "Optimizer steps.", 1, 100_000_000);
    private readonly Option<double?> _minutes = CommonOptions.Number("--minutes", "Stop after this time at the latest; --resume goes on.", 0.01, 100_000);
    private readonly Option<double?> _rate = CommonOptions.Number("--lr", "Peak learning rate.", 1e-9, 10.0);
    private readonly Option<int?> _batch = CommonOptions.Number("--batch", "Sequences per step.", 1, 65_536);
    private readonly Option<long?> _warmup = CommonOptions.Number<long>("--warmup", "Steps over which the learning rate rises.", 0, 10_000_000);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", "Decides initial weights and the order of the data.", 0, ulong.MaxValue);
    private readonly Option<long?> _checkpoint = CommonOptions.Number<long>("--checkpoint-every", "Steps between checkpoints.", 1, 10_000_000);
    private readonly Option<string?> _out = CommonOptions.Text("--out", "Folder for the model and, under checkpoints/, for what --resume needs.", "DIR", required: true);
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the newest checkpoint in --out." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _out, _steps, _minutes, _rate, _batch, _warmup, _seed, _checkpoint, _resume })
        {
            command.Add(option);
        }
    }

    /// <summary>The seed given, or <paramref name="otherwise"/>.</summary>
    public ulong Seed(ParseResult parse, ulong otherwise) => parse.GetValue(_seed) ?? otherwise;

    /// <summary>What was given, over <paramref name="defaults"/>.</summary>
    public TrainerOptions Apply(ParseResult parse, TrainerOptions defaults) => defaults with
    {
        Steps = parse.GetValue(_steps) ?? defaults.Steps,
        LearningRate = parse.GetValue(_rate) ?? defaults.LearningRate,
        BatchSequences = parse.GetValue(_batch) ?? defaults.BatchSequences,
        WarmupSteps = parse.GetValue(_warmup) ?? defaults.WarmupSteps,
        Seed = Seed(parse, defaults.Seed),
        CheckpointEverySteps = parse.GetValue(_checkpoint) ?? defaults.CheckpointEverySteps,
        CheckpointDirectory = TrainingFolder.Checkpoints(parse.GetRequiredValue(_out)!),
    };

    /// <summary>Whether <c>--steps</c> was given.</summary>
    public bool HasSteps(ParseResult parse) => parse.GetValue(_steps) is not null;

    public TrainingFolder Folder(ParseResult parse) => new(parse.GetRequiredValue(_out)!, parse.GetValue(_resume));

    public TimeSpan? TimeLimit(ParseResult parse) => parse.GetValue(_minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
}
