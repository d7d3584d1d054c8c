using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>
/// Trains a Llama model on the CPU, data-parallel over a fixed number of shards: each thread has its own part of a batch, its own
/// activations and gradients, and gradients are added in the order of shards. The same model, source and options give the same bits.
/// </summary>
/// <typeparam name="T">Kind of example.</typeparam>
public abstract unsafe class Trainer<T> : IDisposable
    where T : class
{
    private readonly ITrainingSource<T> _source;
    private readonly ITrainingObjective<T> _objective;
    private readonly Action<TrainingProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly ParameterLayout _layout;
    private readonly ShardTeam _team;
    private readonly ShardPlan _plan;
    private readonly Decoder[] _decoders;
    private readonly MicroBatch[] _micro;
    private readonly NativeBuffer[] _gradients;
    private readonly double[] _losses;
    private readonly NativeBuffer _parameters;
    private readonly AdamW _optimizer;
    private readonly List<T> _batch = [];
    private readonly Action<int> _backward, _reduce, _update;
    private readonly Func<int, int> _length;
    private float _lossScale, _gradientScale;
    private double _learningRate;

    private protected Trainer(
        LlamaWeights weights, ITrainingSource<T> source, TrainerOptions options, ITrainingObjective<T> objective, Action<TrainingProgress>? progress, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        LlamaConfig config = weights.Config;
        if (config.QueryKeyValueBias || config.QueryKeyNorm || config.AttentionOutputBias || config.MlpBias || config.HeadIsDeep || config.RopeScaling is not null || config.SlidingWindow is not null)
            throw new ArgumentException("The trainer computes plain Llama models: without biases, head norms, stretched positions or windows.", nameof(weights));
        if (weights.Config.Head != objective.Head)
            throw new ArgumentException($"The model has the head {weights.Config.Head}; this training needs {objective.Head}.", nameof(weights));
        (_source, Options, _objective, _progress, _time) = (source, options, objective, progress, time ?? TimeProvider.System);
        _layout = new ParameterLayout(weights.Config);
        _parameters = FlatParameters.From(weights, _layout);
        _optimizer = new AdamW(_layout);
        _team = new ShardTeam(options.Shards);
        _plan = new ShardPlan(options.Shards);
        _decoders = [.. Enumerable.Range(0, options.Shards).Select(_ => new Decoder(_layout))];
        _micro = [.. Enumerable.Range(0, options.Shards).Select(_ => new MicroBatch())];
        _gradients = [.. Enumerable.Range(0, options.Shards).Select(_ => new NativeBuffer(_layout.Length))];
        _losses = new double[options.Shards];
        _backward = Backward;
        _reduce = shard => _optimizer.Reduce(_gradients, shard, Options.Shards);
        _update = shard => _optimizer.Update(
            Options, Step + 1, _learningRate, _gradientScale, _parameters.Pointer, _gradients[0].Pointer, shard, Options.Shards);
        _length = index => _objective.Tokens(_batch[index]).Length;
    }

    public TrainerOptions Options { get; }

    public LlamaConfig Config => _layout.Config;

    /// <summary>Steps done.</summary>
    public long Step { get; private set; }

    /// <summary>
    /// Trains until <see cref="TrainerOptions.Steps"/> are done, writing checkpoints on the way. A cancelled run stops between two
    /// steps and may be continued by calling again.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="ArgumentException">The source gave an example outside the model's bounds; the message says which and why.</exception>
    /// <exception cref="ArithmeticException">Loss or gradient is no longer finite.</exception>
    public void Run(CancellationToken cancellationToken = default)
    {
        while (Step < Options.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TrainStep();
            if (Options.CheckpointDirectory is { } directory && (Step % Options.CheckpointEverySteps == 0 || Step == Options.Steps))
            {
                SaveCheckpoint(Path.Combine(directory, TrainerCheckpoint.FolderName(Step)));
                TrainerCheckpoint.Prune(directory, Options.KeepCheckpoints);
            }
        }
    }

    /// <summary>A copy of the current model.</summary>
    public LlamaWeights Weights() => FlatParameters.ToWeights(_parameters, _layout);

    /// <summary>Writes model, optimizer and step into a new folder, complete or not at all. An existing folder is left alone and is an error.</summary>
    public void SaveCheckpoint(string directory) =>
        TrainerCheckpoint.Save(directory, Step, Options, _layout, _parameters, _optimizer);

    /// <summary>Takes over model, optimizer and step from a checkpoint; going on from there gives the same bits as never having stopped.</summary>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or belongs to another model or other options; the first difference is named.</exception>
    public void Resume(string directory) => Step = TrainerCheckpoint.Load(directory, Options, _layout, _parameters, _optimizer);

    public void Dispose()
    {
        _team.Dispose();
        foreach (Decoder decoder in _decoders) decoder.Dispose();
        foreach (NativeBuffer gradient in _gradients) gradient.Dispose();
        _parameters.Dispose();
        _optimizer.Dispose();
        GC.SuppressFinalize(this);
    }

    private void TrainStep()
    {
        long started = _time.GetTimestamp();
        (int tokens, double weight) = NextBatch();
        _lossScale = (float)(1 / weight);
        _team.Run(_backward);
        double loss = _losses.Sum() / weight;
        _team.Run(_reduce);
        double norm = _optimizer.GradientNorm();
        if (!double.IsFinite(loss) || !double.IsFinite(norm))
            throw new ArithmeticException($"Training diverged at step {Step}: loss {loss}, gradient norm {norm}. Try a smaller LearningRate.");
        _learningRate = LearningRateSchedule.At(Step, Options);
        _gradientScale = norm > Options.Clip ? (float)(Options.Clip / norm) : 1;
        _team.Run(_update);
        Step++;
        _progress?.Invoke(new TrainingProgress(Step, loss, _learningRate, norm, tokens, tokens / _time.GetElapsedTime(started).TotalSeconds));
    }

    private (int Tokens, double Weight) NextBatch()
    {
        _batch.Clear();
        _source.FillBatch(Step, Options.Seed, Options.BatchSequences, _batch);
        int tokens = 0;
        double weight = 0;
        foreach (T example in _batch)
        {
            _objective.Check(example, Config);
            tokens += _objective.Tokens(example).Length;
            weight += _objective.Weight(example);
        }

        if (!(weight > 0)) throw new ArgumentException($"The batch of step {Step} has {_batch.Count} examples and no position with a loss.");
        _plan.Assign(_batch.Count, _length);
        return (tokens, weight);
    }

    private void Backward(int shard)
    {
        MicroBatch micro = _micro[shard];
        float* gradients = _gradients[shard].Pointer;
        _gradients[shard].Clear();
        _losses[shard] = 0;
        micro.Clear();
        foreach (int index in _plan.Members(shard))
        {
            int[] tokens = _objective.Tokens(_batch[index]);
            if (micro.Sequences > 0 && micro.Tokens.Length + tokens.Length > Options.MicroBatchTokens) Flush();
            _objective.AddLosses(_batch[index], micro.Add(tokens), micro);
        }

        if (micro.Sequences > 0) Flush();

        void Flush()
        {
            if (micro.Rows.Length > 0) _losses[shard] += _decoders[shard].Backward(micro, _lossScale, _parameters.Pointer, gradients);
            micro.Clear();
        }
    }
}
