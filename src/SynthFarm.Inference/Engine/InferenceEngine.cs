using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// Generates and scores with one model for any number of concurrent callers: their requests are computed together, and prefixes they have
/// in common are computed once. Results do not depend on what else is going on. A request that cannot be computed fails alone.
/// Thread-safe.
/// </summary>
public sealed class InferenceEngine : IDisposable
{
    private readonly LlamaDecoder _decoder;
    private readonly KvBlockPool _pool;
    private readonly EngineLoop _loop;
    private readonly SemaphoreSlim _places;
    private readonly Tokenizer? _tokenizer;
    private readonly int[] _nameless;

    /// <param name="weights">The model.</param>
    /// <param name="tokenizer">
    /// For stop strings and the text of samples; may be null. Ids it does not know, which pad some models' vocabularies, are never drawn.
    /// </param>
    /// <param name="options">Default: those of <see cref="EngineOptions"/>.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    public InferenceEngine(IModelWeights weights, Tokenizer? tokenizer = null, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        options ??= new EngineOptions();
        options.Validate();
        _tokenizer = tokenizer;
        _nameless = tokenizer is null ? [] : [.. Enumerable.Range(0, weights.Config.VocabularySize).Where(id => !tokenizer.Contains(id))];
        _decoder = new LlamaDecoder(weights, options.Threads, options.Weights);
        _pool = KvBlockPool.OfBytes(weights.Config, options.KeyValueBytes);
        _places = new SemaphoreSlim(options.MaxQueued);
        _loop = new EngineLoop(_decoder, _pool, options, left =>
        {
            if (left > 0)
                _places.Release(left);
        });
    }

    public LlamaConfig Config => _decoder.Config;

    public EngineCounters Counters => _loop.Counters;

    /// <summary>Continues a prefix. The samples come in the order of the seeds.</summary>
    /// <exception cref="ArgumentException">The request breaks a rule of <see cref="GenerateRequest"/>, or needs more memory than there is.</exception>
    /// <exception cref="Sampling.NonFiniteLogitsException">The model's weights are broken.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The engine was closed.</exception>
    public Task<IReadOnlyList<GeneratedSample>> GenerateAsync(GenerateRequest request, CancellationToken cancellationToken = default) =>
        GenerateAsync(request, null, cancellationToken);

    /// <summary>Continues a prefix and tells each token as it is drawn.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="listener">Who hears of tokens and ends; null for nobody.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <inheritdoc cref="GenerateAsync(GenerateRequest, CancellationToken)"/>
    public Task<IReadOnlyList<GeneratedSample>> GenerateAsync(GenerateRequest request, ITokenListener? listener, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(request, Config, _tokenizer is not null);
        return RunAsync(new GenerateJob(request, _tokenizer, _nameless, Config.MaxPositions, listener, cancellationToken), cancellationToken);
    }

    /// <summary>Scores given tokens, or gives their log-probabilities; one value for each position asked for.</summary>
    /// <exception cref="ArgumentException">The request breaks a rule of <see cref="ScoreRequest"/>, or needs more memory than there is.</exception>
    /// <exception cref="Sampling.NonFiniteLogitsException">The model's weights are broken.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The engine was closed.</exception>
    public Task<IReadOnlyList<float>> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(request, Config);
        return RunAsync(new ScoreJob(request, Config.Head != LlamaHead.LanguageModel, cancellationToken), cancellationToken);
    }

    /// <summary>Closes the engine after the pass it is in. Requests in progress end with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _loop.Dispose();
        _decoder.Dispose();
        _pool.Dispose();
    }

    private async Task<T> RunAsync<T>(EngineJob<T> job, CancellationToken cancellationToken)
    {
        if (job.BlocksNeeded > _pool.Capacity)
        {
            throw new ArgumentException(
                $"The request may need {job.BlocksNeeded} blocks of keys and values; the engine has {_pool.Capacity}. Ask for fewer samples or tokens.");
        }

        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _loop.Post(job);
        }
        catch (ObjectDisposedException)
        {
            _places.Release();
            throw;
        }

        using CancellationTokenRegistration registration =
            cancellationToken.UnsafeRegister(static loop => ((EngineLoop)loop!).Wake(), _loop);
        return await job.Result.ConfigureAwait(false);
    }
}
