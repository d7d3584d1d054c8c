using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.Cli.Commands.Train;

/// <summary><c>synthfarm train sft</c>: supervised training of a policy, by the shipped recipe or on conversations.</summary>
internal sealed class TrainSftCommand : Command
{
    private readonly Option<string?> _data = CommonOptions.Text("--data", "Rows with messages: a snapshot, a folder of Parquet files, a Parquet or JSON-lines file.", "PATH");
    private readonly Option<string> _view = CommonOptions.OneOf("--view", "What to read of a snapshot.", "sft", "sft", "shortcut");
    private readonly Option<string?> _recipe = CommonOptions.Text("--recipe", "A built-in training from scratch: tiny, which made the shipped policy.", "NAME");
    private readonly Option<string?> _model = CommonOptions.Text("--model", "The policy to start from: tiny or file:DIR.", "URI");
    private readonly Option<bool> _init = new("--init") { Description = "Start from an untrained model of the tiny shape." };
    private readonly Option<double?> _epochs = CommonOptions.Number("--epochs", "Passes over the data, where --steps is not given (default 3).", 0.001, 10_000.0);
    private readonly TrainingOptions _training = new();

    public TrainSftCommand()
        : base("sft", "Train a policy to write the responses of a data set.")
    {
        foreach (var option in new Option[] { _data, _view, _recipe, _model, _init, _epochs })
        {
            Add(option);
        }

        _training.AddTo(this);
        Validators.Add(result =>
        {
            var hasRecipe = result.GetResult(_recipe) is not null;
            var hasData = result.GetResult(_data) is not null;
            var starts = (result.GetValue(_init) ? 1 : 0) + (result.GetResult(_model) is not null ? 1 : 0);
            if (hasRecipe == hasData)
            {
                result.AddError("give either --data or --recipe.");
            }
            else if (starts != (hasData ? 1 : 0))
            {
                result.AddError(hasData ? "--data needs either --model or --init." : "--recipe begins from scratch; it takes neither --model nor --init.");
            }
            else if (hasRecipe && result.GetValue(_recipe) != "tiny")
            {
                result.AddError($"--recipe is '{result.GetValue(_recipe)}'; allowed is tiny.");
            }
        });
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context) =>
        parse.GetValue(_data) is { } data ? TrainOn(data, parse, context) : TrainTiny(parse, context);

    private int TrainTiny(ParseResult parse, CommandContext context)
    {
        var options = _training.Apply(parse, TinyPolicyTraining.DefaultOptions);
        var line = new LossLine(context, options.Steps);
        using var trainer = TinyPolicyTraining.CreateTrainer(options, line.Report);
        return TrainingSession.Run(trainer, _training.Folder(parse), _training.TimeLimit(parse), line, folder => TinyPolicyTraining.Save(trainer, folder), context);
    }

    private int TrainOn(string data, ParseResult parse, CommandContext context)
    {
        var rows = ConversationFiles.Read(data, parse.GetValue(_view)!);
        var (weights, tokenizer) = Start(parse);
        var endOfText = tokenizer.EosId ?? throw CliException.Usage("--model: the tokenizer names no end-of-text token.");
        var source = new ConversationSource(rows, tokenizer, endOfText, weights.Config.MaxPositions);
        context.Note($"{source.Count} rows to train on; {source.TooLong} left out, which are longer than {weights.Config.MaxPositions} tokens.");
        if (source.Count == 0)
        {
            throw CliException.Usage($"--data: no row fits into {weights.Config.MaxPositions} tokens.");
        }

        var options = _training.Apply(parse, new TrainerOptions { Steps = 1, LearningRate = 5e-4, WarmupSteps = 20 });
        if (!_training.HasSteps(parse))
        {
            options = options with { Steps = Math.Max(1, (long)((parse.GetValue(_epochs) ?? 3) * source.Count / options.BatchSequences)) };
        }

        var line = new LossLine(context, options.Steps);
        using var trainer = new SftTrainer(weights, source, options, line.Report, context.Time);
        return TrainingSession.Run(trainer, _training.Folder(parse), _training.TimeLimit(parse), line, Save, context);

        void Save(string folder)
        {
            trainer.Weights().Save(folder, SafetensorsDataType.BF16);
            tokenizer.Save(folder);
        }
    }

    private (LlamaWeights Weights, Tokenizer Tokenizer) Start(ParseResult parse)
    {
        if (parse.GetValue(_model) is { } uri)
        {
            var folder = ModelFolder.OfPolicy(uri, "--model");
            return (ModelFolder.Weights(folder, "--model"), ModelFolder.Tokenizer(folder, "--model"));
        }

        var tokenizer = TinyTokenizer.Build();
        var config = TinyArchitecture.Create(tokenizer.VocabularySize) with { BosTokenId = tokenizer.EosId, EosTokenId = tokenizer.EosId };
        return (LlamaInitializer.Create(config, _training.Seed(parse, 0)), tokenizer);
    }
}
