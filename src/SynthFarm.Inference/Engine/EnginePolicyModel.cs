using System.Collections.Frozen;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// A policy on the embedded engine. A step ends after a token whose text ends with a line feed, which belongs to the step, or with
/// a token that ends the text, which is among its tokens but not in its text. Control tokens are never drawn. Where the path leaves no room
/// in the model's context there are no candidates.
/// </summary>
public sealed class EnginePolicyModel : IPolicyModel, IPromptPreview
{
    private readonly EngineModel _model;
    private readonly PromptFormat _prompt;
    private readonly FrozenSet<int> _stepEnds;
    private readonly FrozenSet<int> _textEnds;

    /// <param name="model">A language model; it stays the caller's to dispose.</param>
    /// <param name="prompt">How problems are put to it. Default: raw.</param>
    /// <exception cref="ArgumentException">The model has no head to generate with, or names no end-of-text token.</exception>
    public EnginePolicyModel(EngineModel model, PromptFormat? prompt = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Engine.Config.Head != Weights.LlamaHead.LanguageModel)
            throw new ArgumentException($"{model.Identity} scores; it cannot be a policy.", nameof(model));
        _model = model;
        _prompt = prompt ?? PromptFormat.Raw;
        if (model.EndIds.Count == 0)
        {
            throw new ArgumentException(
                $"{model.Identity} names no end-of-text token (eos_token in tokenizer_config.json or eos_token_id in config.json).", nameof(model));
        }

        _textEnds = model.EndIds;
        _stepEnds = model.LineEnds.Concat(_textEnds).ToFrozenSet();
    }

    /// <summary>The model's, and the template's name where there is one.</summary>
    public string Identity => _prompt.Template is { } template ? $"{_model.Identity}/{template.Name}" : _model.Identity;

    public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<int> prefix = PathTokens.Of(_model.Tokenizer, _prompt, request.Problem, request.Path);
        if (request.Seeds.Count == 0 || prefix.Count >= _model.Engine.Config.MaxPositions)
            return [];
        IReadOnlyList<GeneratedSample> samples = await EngineErrors.AsModelErrorsAsync(Identity, () => _model.Engine.GenerateAsync(
            new GenerateRequest
            {
                Prefix = prefix,
                Seeds = [.. request.Seeds.Select(seed => seed.Value)],
                Sampling = SamplingParameters.From(request.Sampling),
                MaxTokens = request.MaxTokens,
                StopTokens = request.ToEnd ? _textEnds : _stepEnds,
                BannedTokens = _model.Unspeakable,
            },
            cancellationToken)).ConfigureAwait(false);
        return [.. samples.Select(Candidate)];
    }

    public string Preview(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return _model.Tokenizer.Decode([.. PathTokens.Of(_model.Tokenizer, _prompt, problem, [])]);
    }

    private StepCandidate Candidate(GeneratedSample sample) => new(
        sample.Text,
        sample.TokenIds,
        (float)sample.LogProbs.Average(logProb => (double)logProb),
        sample.Finish == GenerateFinish.Length ? StepFinish.Length : _textEnds.Contains(sample.TokenIds[^1]) ? StepFinish.EndOfText : StepFinish.Delimiter);
}
