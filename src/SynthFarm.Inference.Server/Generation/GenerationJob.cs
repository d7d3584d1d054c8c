using System.Collections.Frozen;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Errors;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Status;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>The work of one request: every prompt with all of its choices.</summary>
internal sealed class GenerationJob
{
    private readonly ServedModel _model;
    private readonly GenerationSettings _settings;
    private readonly IReadOnlyList<int[]> _prompts;
    private readonly Func<ulong> _entropy;
    private readonly ProgressWatch _watch;
    private readonly FrozenSet<int> _ends;

    /// <exception cref="ApiException">A prompt is empty or too long.</exception>
    public GenerationJob(ServedModel model, GenerationSettings settings, IReadOnlyList<int[]> prompts, Func<ulong> entropy, ProgressWatch watch)
    {
        _model = model;
        _settings = settings;
        _prompts = prompts;
        _entropy = entropy;
        _watch = watch;
        _ends = model.Engine.EndIds.Concat(settings.StopTokens).ToFrozenSet();
        foreach (var prompt in prompts)
        {
            CheckLength(prompt.Length);
        }
    }

    public IReadOnlyList<int[]> Prompts => _prompts;

    public GenerationSettings Settings => _settings;

    public ServedModel Model => _model;

    /// <summary>Choices of the whole request.</summary>
    public int Choices => _prompts.Count * _settings.Choices;

    /// <summary>Works on all prompts together.</summary>
    /// <param name="listener">Makes the listener of the prompt whose first choice has this index; null for none.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <returns>The choices, prompt by prompt.</returns>
    public async Task<IReadOnlyList<GeneratedSample>> RunAsync(Func<int, ITokenListener>? listener, CancellationToken cancellationToken)
    {
        using var work = _watch.Begin();
        // One prompt that cannot be worked on ends the others, too.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parts = _prompts.Select((prompt, i) => Guarded(prompt, listener?.Invoke(i * _settings.Choices), all)).ToArray();
        return [.. (await Task.WhenAll(parts).ConfigureAwait(false)).SelectMany(samples => samples)];
    }

    public Usage UsageOf(IEnumerable<GeneratedSample> samples) => new(_prompts.Sum(prompt => prompt.Length), samples.Sum(sample => sample.TokenIds.Count));

    private async Task<IReadOnlyList<GeneratedSample>> Guarded(int[] prompt, ITokenListener? listener, CancellationTokenSource all)
    {
        try
        {
            return await _model.Engine.Engine.GenerateAsync(Request(prompt), listener, all.Token).ConfigureAwait(false);
        }
        catch
        {
            await all.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private GenerateRequest Request(int[] prompt)
    {
        var seed = _settings.Seed ?? _entropy();
        return new GenerateRequest
        {
            Prefix = prompt,
            Seeds = [.. Enumerable.Range(0, _settings.Choices).Select(i => unchecked(seed + (ulong)i))],
            Sampling = _settings.Sampling,
            MaxTokens = _settings.MaxTokens ?? _model.ContextLength - prompt.Length,
            StopTokens = _ends,
            StopStrings = _settings.Stop,
            IncludeStopString = _settings.IncludeStop,
            Alternatives = _settings.Alternatives,
            BannedTokens = _model.Engine.Unspeakable,
        };
    }

    private void CheckLength(int tokens)
    {
        if (tokens == 0)
        {
            throw ApiException.Invalid("The prompt has no tokens; at least one is needed.", "prompt", "empty_prompt");
        }

        var wanted = tokens + (long)(_settings.MaxTokens ?? 1);
        if (wanted > _model.ContextLength)
        {
            throw ApiException.Invalid(
                $"This model's maximum context length is {_model.ContextLength} tokens. However, you requested {wanted} tokens ({tokens} in the prompt, {_settings.MaxTokens ?? 1} in the completion).",
                code: "context_length_exceeded");
        }
    }
}
