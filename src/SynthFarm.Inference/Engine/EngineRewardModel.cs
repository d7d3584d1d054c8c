using SynthFarm.Core.Models;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// A process reward model on the embedded engine. In the plain dialect it reads the same tokens as the policy and gives the sigmoid of its
/// score head at each candidate's last token, the end-of-text token included; other dialects read the texts, with a marker behind each
/// step. Only the new step is computed. The score is what the model was trained for: for Monte-Carlo labels the chance that the path
/// leads to a right answer.
/// </summary>
public sealed class EngineRewardModel : IProcessRewardModel
{
    private readonly EngineModel _model;
    private readonly MarkedSteps? _marked;
    private readonly TokenContrast? _contrast;
    private readonly bool _readsTokens;

    /// <param name="model">A model that can score; it stays the caller's to dispose.</param>
    /// <param name="dialect">How it is asked. Default: plain.</param>
    /// <param name="sharesTokens">Whether steps come from a policy with the same tokenizer; else their texts are encoded anew. Default true.</param>
    /// <exception cref="ArgumentException">The model's head is not the one the dialect reads, or its tokenizer lacks the marker.</exception>
    public EngineRewardModel(EngineModel model, RewardDialect? dialect = null, bool sharesTokens = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        dialect ??= RewardDialect.Plain;
        DialectTokens tokens = DialectTokens.Of(model, dialect);
        _model = model;
        _readsTokens = sharesTokens;
        Identity = dialect == RewardDialect.Plain ? model.Identity : $"{model.Identity}/{dialect.Name}";
        _marked = dialect.Marker is null ? null : new MarkedSteps(model.Tokenizer, dialect, tokens.Marker);
        _contrast = tokens.Contrast;
    }

    /// <summary>The model's, and the dialect's name where it is not the plain one.</summary>
    public string Identity { get; }

    public async Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<int> path = _marked?.Path(request.Problem, request.Path)
            ?? PathTokens.Of(_model.Tokenizer, PromptFormat.Raw, request.Problem, _readsTokens ? request.Path : [.. request.Path.Select(step => step with { TokenIds = [] })]);
        var rewards = new List<Task<StepReward>>(request.Candidates.Count);
        foreach (StepCandidate candidate in request.Candidates)
        {
            // Samples often agree; what has the same tokens has the same score.
            int same = rewards.Count == 0 || candidate.TokenIds.Count == 0 ? -1
                : request.Candidates.Take(rewards.Count).ToList().FindIndex(other => other.TokenIds.SequenceEqual(candidate.TokenIds));
            rewards.Add(same >= 0 ? rewards[same] : ScoreAsync(path, candidate, cancellationToken));
        }

        return await Task.WhenAll(rewards).ConfigureAwait(false);
    }

    private async Task<StepReward> ScoreAsync(List<int> path, StepCandidate candidate, CancellationToken cancellationToken)
    {
        List<int> tokens = [.. path];
        if (_marked is null)
            PathTokens.Add(tokens, _model.Tokenizer, _readsTokens ? candidate.TokenIds : [], candidate.Text);
        else
            _marked.Add(tokens, candidate.Text);
        IReadOnlyList<float> scores = await EngineErrors.AsModelErrorsAsync(Identity, () => _model.Engine.ScoreAsync(
            new ScoreRequest { Tokens = tokens, Positions = [tokens.Count - 1], Contrast = _contrast }, cancellationToken)).ConfigureAwait(false);
        return new StepReward((float)(1 / (1 + Math.Exp(-scores[0]))));
    }
}
