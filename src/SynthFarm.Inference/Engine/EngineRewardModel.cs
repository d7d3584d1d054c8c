using SynthFarm.Core.Models;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// A process reward model on the embedded engine: it reads the same tokens as the policy and gives the sigmoid of its score head at each
/// candidate's last token, the end-of-text token included. The score is what it was trained for: for Monte-Carlo labels the
/// chance that the path leads to a right answer.
/// </summary>
public sealed class EngineRewardModel : IProcessRewardModel
{
    private readonly EngineModel _model;

    /// <param name="model">A model with a score head; it stays the caller's to dispose.</param>
    /// <exception cref="ArgumentException">The model has no score head.</exception>
    public EngineRewardModel(EngineModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Engine.Config.Head != Weights.LlamaHead.Score)
            throw new ArgumentException($"{model.Identity} has no score head; it cannot be a reward model.", nameof(model));
        _model = model;
    }

    public string Identity => _model.Identity;

    public async Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<int> path = PathTokens.Of(_model.Tokenizer, request.Problem, request.Path);
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
        PathTokens.Add(tokens, _model.Tokenizer, candidate.TokenIds, candidate.Text);
        IReadOnlyList<float> scores = await EngineErrors.AsModelErrorsAsync(Identity, () => _model.Engine.ScoreAsync(
            new ScoreRequest { Tokens = tokens, Positions = [tokens.Count - 1] }, cancellationToken)).ConfigureAwait(false);
        return new StepReward((float)(1 / (1 + Math.Exp(-scores[0]))));
    }
}
