using SynthFarm.Core.Answers;
using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>
/// What every step-wise search does to a step: draw continuations, merge equal ones, score them, append them, report them; and keep to
/// the budget while doing so.
/// </summary>
internal sealed class StepExpander(ReasoningTree tree, SearchContext context)
{
    /// <summary>
    /// Expands the given steps. They are asked for together when even the worst case fits the token budget, and one after the other when it
    /// may not, so that the budget is exceeded by at most one call.
    /// </summary>
    /// <returns>The budget that ended the search, or null.</returns>
    public async Task<SearchEnd?> ExpandAsync(
        IReadOnlyList<ReasoningStep> parents, Func<ReasoningStep, int> samples, CancellationToken cancellationToken)
    {
        var draws = parents.Sum(samples);
        if (parents.Count > 1 && BudgetEnd(draws - 1) is null
            && tree.GeneratedTokens + ((long)draws * context.Budget.MaxStepTokens) <= context.Budget.MaxTokens)
        {
            var drafts = await Task.WhenAll(parents.Select(parent => DraftAsync(parent, samples(parent), cancellationToken))).ConfigureAwait(false);
            await AppendAsync(parents, drafts, cancellationToken).ConfigureAwait(false);
            return null;
        }

        foreach (var parent in parents)
        {
            if (BudgetEnd(0) is { } end)
            {
                return end;
            }

            var drafts = await DraftAsync(parent, samples(parent), cancellationToken).ConfigureAwait(false);
            await AppendAsync([parent], [drafts], cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private SearchEnd? BudgetEnd(int stepsAhead) =>
        tree.GeneratedTokens >= context.Budget.MaxTokens ? SearchEnd.TokenBudget
        : tree.Count - 1 + stepsAhead >= context.Budget.MaxSteps ? SearchEnd.StepBudget
        : null;

    private async Task AppendAsync(IReadOnlyList<ReasoningStep> parents, IReadOnlyList<IReadOnlyList<StepDraft>> drafts, CancellationToken cancellationToken)
    {
        var appended = new List<ReasoningStep>();
        for (var i = 0; i < parents.Count; i++)
        {
            appended.AddRange(drafts[i].Select(draft => tree.Append(parents[i].Id, draft)));
        }

        if (appended.Count > 0 && context.ExpandedAsync is { } report)
        {
            await report(appended, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<StepDraft>> DraftAsync(ReasoningStep parent, int samples, CancellationToken cancellationToken)
    {
        var path = tree.PathTo(parent.Id);
        var seeds = new Seed[samples];
        for (var i = 0; i < samples; i++)
        {
            seeds[i] = context.Seed.Derive(tree.Problem.Id, SeedPurpose.Step, ((long)parent.Id << 16) | (long)i);
        }

        var proposed = await context.Policy.ProposeAsync(new StepRequest
        {
            TreeId = tree.Id,
            Problem = tree.Problem,
            Path = path,
            Seeds = seeds,
            Sampling = context.Sampling,
            MaxTokens = context.Budget.MaxStepTokens,
        }, cancellationToken).ConfigureAwait(false);
        if (proposed.Count == 0)
        {
            return [];
        }

        var (candidates, draws) = MergeEqual(proposed);
        var rewards = await context.Reward.ScoreAsync(new RewardRequest
        {
            TreeId = tree.Id,
            Problem = tree.Problem,
            Path = path,
            Candidates = candidates,
        }, cancellationToken).ConfigureAwait(false);
        if (rewards.Count != candidates.Count)
        {
            throw new ModelException($"Reward model {context.Reward.Identity} gave {rewards.Count} scores for {candidates.Count} steps.");
        }

        return candidates.Select((candidate, i) => ToDraft(parent, path, candidate, draws[i], rewards[i])).ToList();
    }

    private StepDraft ToDraft(ReasoningStep parent, IReadOnlyList<ReasoningStep> path, StepCandidate candidate, int draws, StepReward reward)
    {
        if (!float.IsFinite(reward.Score) || reward.Score is < 0 or > 1)
        {
            throw new ModelException($"Reward model {context.Reward.Identity} gave the score {reward.Score}; allowed is 0 to 1.");
        }

        var (terminal, answer, verdict) = End(parent, path, candidate);
        return new StepDraft
        {
            Text = candidate.Text,
            TokenIds = candidate.TokenIds,
            Draws = draws,
            MeanLogProb = candidate.MeanLogProb,
            Reward = reward.Score,
            Verdict = reward.Verdict,
            Critique = reward.Critique,
            CritiqueSource = reward.Critique is null ? null : context.Reward.Identity,
            Terminal = terminal,
            Answer = answer,
            AnswerVerdict = verdict,
            Producer = context.Policy.Identity,
            Round = context.Round,
        };
    }

    private (TerminalKind Terminal, string? Answer, AnswerVerdict Verdict) End(ReasoningStep parent, IReadOnlyList<ReasoningStep> path, StepCandidate candidate)
    {
        switch (candidate.Finish)
        {
            case StepFinish.EndOfText:
                var answer = context.Answers.Extract(string.Concat(path.Select(step => step.Text)) + candidate.Text);
                return answer is null
                    ? (TerminalKind.NoAnswer, null, default)
                    : (TerminalKind.Answer, answer, context.Answers.Check(tree.Problem, answer));
            case StepFinish.Length:
                return (TerminalKind.Length, null, default);
            default:
                var degenerate = string.IsNullOrWhiteSpace(candidate.Text) || (!parent.IsRoot && candidate.Text == parent.Text);
                return (degenerate ? TerminalKind.Degenerate : TerminalKind.None, null, default);
        }
    }

    private static (List<StepCandidate> Candidates, List<int> Draws) MergeEqual(IReadOnlyList<StepCandidate> proposed)
    {
        var candidates = new List<StepCandidate>(proposed.Count);
        var draws = new List<int>(proposed.Count);
        foreach (var candidate in proposed)
        {
            var known = candidates.FindIndex(c => c.Finish == candidate.Finish && c.Text == candidate.Text && c.TokenIds.SequenceEqual(candidate.TokenIds));
            if (known >= 0)
            {
                draws[known]++;
            }
            else
            {
                candidates.Add(candidate);
                draws.Add(1);
            }
        }

        return (candidates, draws);
    }
}
