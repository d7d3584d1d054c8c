using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    private static readonly LlamaConfig Config = new()
    {
        HiddenSize = 32, Layers = 2, Heads = 4, KeyValueHeads = 2, HeadDim = 8, IntermediateSize = 48, VocabularySize = 13, MaxPositions = 32,
    };

    private static readonly TrainerOptions Options = new() { Steps = 60, BatchSequences = 16, LearningRate = 5e-3, WarmupSteps = 5, Seed = 11, MicroBatchTokens = 40 };

    private readonly string directory = Directory.CreateTempSubdirectory("trainer").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Loss_falls_on_a_counting_task()
    {
        List<TrainingProgress> progress = Train(Options).Progress;
        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i), progress.Select(p => p.Step));
        Assert.InRange(progress[0].Loss, Math.Log(13) - 0.5, Math.Log(13) + 0.5);
        Assert.True(progress[^1].Loss < progress[0].Loss / 3, $"loss {progress[^1].Loss}");
        Assert.Equal(1e-3, progress[0].LearningRate, 1e-12);
    }

    [Fact]
    public void A_reward_model_learns_its_labels_and_starts_at_one_half()
    {
        var losses = new List<double>();
        LlamaWeights start = LlamaInitializer.RewardModelFrom(LlamaInitializer.Create(Config, 1));
        using var trainer = new RewardTrainer(start, new CountingSource(13), Options, p => losses.Add(p.Loss));
        trainer.Run();
        double entropy = -(0.9 * Math.Log(0.9) + 0.1 * Math.Log(0.1));
        Assert.Equal(Math.Log(2), losses[0], 1e-6);
        Assert.InRange(losses[^1], entropy - 1e-6, entropy + 0.05);
    }

    [Fact]
    public void Training_twice_gives_the_same_bits_and_other_seeds_others()
    {
        string hash = Train(Options).Weights.ContentHash();
        Assert.Equal(hash, Train(Options).Weights.ContentHash());
        Assert.NotEqual(hash, Train(Options with { Seed = 12 }).Weights.ContentHash());
    }

    [Fact]
    public void Shards_and_micro_batches_change_only_the_rounding()
    {
        TrainingProgress one = Train(Options with { Steps = 3, Shards = 1, MicroBatchTokens = 10_000 }).Progress[^1];
        foreach (int shards in new[] { 2, 3, 40 })
        {
            TrainingProgress many = Train(Options with { Steps = 3, Shards = shards, MicroBatchTokens = 1 }).Progress[^1];
            Assert.Equal(one.Loss, many.Loss, 1e-4);
            Assert.Equal(one.GradientNorm, many.GradientNorm, 1e-3);
        }
    }

    [Fact]
    public void A_resumed_training_ends_with_the_same_bits()
    {
        TrainerOptions options = Options with { CheckpointDirectory = directory, CheckpointEverySteps = 20, KeepCheckpoints = 3 };
        string expected = Train(options).Weights.ContentHash();
        Assert.Equal(["step-000000020", "step-000000040", "step-000000060"], Directory.GetDirectories(directory).Select(Path.GetFileName).Order());
        Assert.Equal(Path.Combine(directory, "step-000000060"), TrainerCheckpoint.Latest(directory));
        Assert.Equal(expected, LlamaWeights.Load(TrainerCheckpoint.Latest(directory)!).ContentHash());

        using SftTrainer resumed = Trainer(Options);
        resumed.Resume(Path.Combine(directory, "step-000000020"));
        Assert.Equal(20, resumed.Step);
        resumed.Run();
        Assert.Equal(expected, resumed.Weights().ContentHash());
    }

    [Fact]
    public void A_cancelled_training_stops_between_steps_and_goes_on()
    {
        using var stop = new CancellationTokenSource();
        using var trainer = new SftTrainer(
            LlamaInitializer.Create(Config, 1), new CountingSource(13), Options, p => { if (p.Step == 7) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => trainer.Run(stop.Token));
        Assert.Equal(7, trainer.Step);
        trainer.Run(CancellationToken.None);
        Assert.Equal(Train(Options).Weights.ContentHash(), trainer.Weights().ContentHash());
    }

    [Fact]
    public void Only_the_newest_checkpoints_are_kept()
    {
        Train(Options with { CheckpointDirectory = directory, CheckpointEverySteps = 10, KeepCheckpoints = 2 });
        Assert.Equal(["step-000000050", "step-000000060"], Directory.GetDirectories(directory).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Resuming_with_other_options_or_a_damaged_checkpoint_is_an_error_that_says_so()
    {
        Train(Options with { CheckpointDirectory = directory, CheckpointEverySteps = 60 });
        string checkpoint = TrainerCheckpoint.Latest(directory)!;
        using SftTrainer other = Trainer(Options with { LearningRate = 1e-3 });
        Assert.Contains("LearningRate was 0.005 and is now 0.001", Message(other), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(checkpoint, "trainer_state.json"), "{");
        using SftTrainer same = Trainer(Options);
        Assert.Contains("not a trainer state", Message(same), StringComparison.Ordinal);

        string Message(SftTrainer trainer) => Assert.Throws<InvalidDataException>(() => trainer.Resume(checkpoint)).Message;
    }

    [Fact]
    public void Examples_outside_the_model_are_errors_that_name_the_place()
    {
        Assert.Contains("Tokens[1] is 13; the vocabulary has 13", Message(new TrainingExample([0, 13], [0, 1])), StringComparison.Ordinal);
        Assert.Contains("LossWeights[0] is 1", Message(new TrainingExample([0, 1], [1, 1])), StringComparison.Ordinal);
        Assert.Contains("2 Tokens but 1 LossWeights", Message(new TrainingExample([0, 1], [0])), StringComparison.Ordinal);
        Assert.Contains("33 tokens; the model takes 1 to 32", Message(new TrainingExample(new int[33], new float[33])), StringComparison.Ordinal);
        Assert.Contains("no position with a loss", Message(new TrainingExample([0, 1], [0, 0])), StringComparison.Ordinal);

        static string Message(TrainingExample example)
        {
            using var trainer = new SftTrainer(LlamaInitializer.Create(Config, 1), new FixedSource(example), Options);
            return Assert.Throws<ArgumentException>(() => trainer.Run()).Message;
        }
    }

    [Fact]
    public void Options_out_of_bounds_are_named_with_value_and_bound()
    {
        Assert.Contains("Beta1 is 1; it must be from 0 to below 1", Message(Options with { Beta1 = 1 }), StringComparison.Ordinal);
        Assert.Contains("Steps is 0; it must be at least 1", Message(Options with { Steps = 0 }), StringComparison.Ordinal);
        Assert.Contains("Clip is NaN; it must be above 0", Message(Options with { Clip = double.NaN }), StringComparison.Ordinal);

        static string Message(TrainerOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;
    }

    [Fact]
    public void A_model_with_the_wrong_head_is_refused() =>
        Assert.Throws<ArgumentException>(() => new RewardTrainer(LlamaInitializer.Create(Config, 1), new CountingSource(13), Options));

    private static (LlamaWeights Weights, List<TrainingProgress> Progress) Train(TrainerOptions options)
    {
        var progress = new List<TrainingProgress>();
        using SftTrainer trainer = Trainer(options, progress.Add);
        trainer.Run();
        return (trainer.Weights(), progress);
    }

    private static SftTrainer Trainer(TrainerOptions options, Action<TrainingProgress>? progress = null) =>
        new(LlamaInitializer.Create(Config, 1), new CountingSource(13), options, progress);
}
