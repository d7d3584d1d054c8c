using SynthFarm.Core.Answers;
using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>
/// What every step-wise search does to a step: draw continuations, merge equal ones, score them, append them, report them; and keep to
/// the budget while doing so.
/// </summary>
/// <remarks>
/// Calls that a tree already holds the steps of are replayed: the steps are handed out again, in order, and count against the budget as they
/// did. So a search that makes its choices from what it was handed continues a tree that was cut off after any call. One step may be expanded
/// several times; equal draws of one call are one step, those of a later call a step of their own. A step whose policy has given fewer candidates
/// than asked is not asked again until another call has appended steps: in the tree the two could not be told apart.
/// </remarks>
internal sealed class StepExpander(ReasoningTree tree, SearchContext context)
{
    /// <summary>How many steps of the tree, the root included, have been handed out.</summary>
    private int _at = 1;

    private readonly HashSet<int> _short = [];
    private long _tokens;
    private int _calls;

    /// <summary>Whether a step may get children at all.</summary>
    public bool CanExpand(ReasoningStep step) => !step.IsTerminal && step.Depth < context.Budget.MaxDepth;

    /// <summary>
    /// Expands the given steps. They are asked for together when even the worst case fits the budget, and one after the other when it
    /// may not, so that the budget is exceeded by at most one call.
    /// </summary>
    /// <param name="parents">Different steps, none of them terminal.</param>
    /// <param name="samples">How many continuations of each are drawn. 1 to 65,536 in all calls for a step together.</param>
    /// <param name="cancellationToken">Stops before the next call.</param>
    public async Task<Expansion> ExpandAsync(
        IReadOnlyList<ReasoningStep> parents, Func<ReasoningStep, int> samples, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var children = new List<IReadOnlyList<ReasoningStep>>(parents.Count);
        if (FitTogether(parents, samples))
        {
            var isAsked = parents.ToDictionary(parent => parent.Id, IsAsked);
            children.AddRange(parents.TakeWhile(_ => _at < tree.Count).Select(parent => Replay(parent, samples(parent), isAsked[parent.Id])));
            var rest = parents.Skip(children.Count).ToList();
            var drafts = await Task.WhenAll(rest.Select(parent => DraftAsync(parent, samples(parent), isAsked[parent.Id], cancellationToken))).ConfigureAwait(false);
            children.AddRange(await AppendAsync(rest, samples, drafts, cancellationToken).ConfigureAwait(false));
            return new Expansion(children, null);
        }

        foreach (var parent in parents)
        {
            if (BudgetEnd() is { } end)
            {
                return new Expansion(children, end);
            }

            if (_at < tree.Count)
            {
                children.Add(Replay(parent, samples(parent), IsAsked(parent)));
            }
            else
            {
                var drafts = await DraftAsync(parent, samples(parent), IsAsked(parent), cancellationToken).ConfigureAwait(false);
                children.AddRange(await AppendAsync([parent], samples, [drafts], cancellationToken).ConfigureAwait(false));
            }
        }

        return new Expansion(children, null);
    }

    private bool FitTogether(IReadOnlyList<ReasoningStep> parents, Func<ReasoningStep, int> samples)
    {
        var (draws, budget) = (parents.Sum(parent => (long)samples(parent)), context.Budget);
        return parents.Count > 1 && BudgetEnd() is null
            && _tokens + (draws * budget.MaxStepTokens) <= budget.MaxTokens
            && _at - 1 + draws <= budget.MaxSteps
            && (budget.MaxCalls == 0 || _calls + parents.Count <= budget.MaxCalls);
    }

    private bool IsAsked(ReasoningStep parent) => !_short.Contains(parent.Id);

    private SearchEnd? BudgetEnd() =>
        _tokens >= context.Budget.MaxTokens ? SearchEnd.TokenBudget
        : _at - 1 >= context.Budget.MaxSteps ? SearchEnd.StepBudget
        : context.Budget.MaxCalls > 0 && _calls >= context.Budget.MaxCalls ? SearchEnd.CallBudget
        : _at == tree.Count && context.IsOutOfTime?.Invoke() == true ? SearchEnd.TimeBudget
        : null;

    /// <summary>The steps that a call for <paramref name="parent"/> appended when the tree was grown.</summary>
    private List<ReasoningStep> Replay(ReasoningStep parent, int samples, bool isAsked)
    {
        var steps = new List<ReasoningStep>();
        if (isAsked)
        {
            for (var draws = 0; draws < samples && _at + steps.Count < tree.Count && tree[_at + steps.Count].ParentId == parent.Id;)
            {
                var step = tree[_at + steps.Count];
                steps.Add(step);
                draws += step.Draws;
            }
        }

        HandOut(parent, samples, steps);
        return steps;
    }

    private void HandOut(ReasoningStep parent, int samples, List<ReasoningStep> steps)
    {
        _at += steps.Count;
        _tokens += steps.Sum(step => (long)step.TokenIds.Count * step.Draws);
        _calls++;
        if (steps.Count > 0)
        {
            _short.Clear();
        }

        if (steps.Sum(step => step.Draws) < samples)
        {
            _short.Add(parent.Id);
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<ReasoningStep>>> AppendAsync(
        IReadOnlyList<ReasoningStep> parents, Func<ReasoningStep, int> samples, IReadOnlyList<IReadOnlyList<StepDraft>> drafts, CancellationToken cancellationToken)
    {
        var children = new List<List<ReasoningStep>>();
        for (var i = 0; i < parents.Count; i++)
        {
            children.Add(drafts[i].Select(draft => tree.Append(parents[i].Id, draft)).ToList());
            HandOut(parents[i], samples(parents[i]), children[i]);
        }

        var appended = children.SelectMany(steps => steps).ToList();
        if (appended.Count > 0 && context.ExpandedAsync is { } report)
        {
            await report(appended, cancellationToken).ConfigureAwait(false);
        }

        return children;
    }

    private async Task<IReadOnlyList<StepDraft>> DraftAsync(ReasoningStep parent, int samples, bool isAsked, CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            return [];
        }

        var path = tree.PathTo(parent.Id);
        var drawn = tree.Children(parent.Id).Sum(id => tree[id].Draws);
        var seeds = new Seed[samples];
        for (var i = 0; i < samples; i++)
        {
            seeds[i] = context.Seed.Derive(tree.Problem.Id, SeedPurpose.Step, ((long)parent.Id << 16) | (long)(drawn + i));
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
        if (proposed.Count > samples)
        {
            throw new ModelException($"Policy {context.Policy.Identity} gave {proposed.Count} steps where {samples} were asked for.");
        }

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
