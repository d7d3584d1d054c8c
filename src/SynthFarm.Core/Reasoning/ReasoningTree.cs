using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Reasoning;

/// <summary>
/// The append-only tree of reasoning steps for one problem. Every search writes it, every corpus view reads it, and it is all that is
/// needed to continue a search: a search is a function of the tree, its options and its seeds.
/// </summary>
/// <remarks>Not thread-safe: one search owns a tree while it grows.</remarks>
public sealed class ReasoningTree
{
    private readonly List<ReasoningStep> _steps = [];
    private readonly List<List<int>?> _children = [];
    private readonly List<StepStatistics> _statistics = [];

    /// <summary>Creates a tree that holds only the root.</summary>
    /// <param name="id">The tree's id; see <see cref="ReasoningTreeId"/>.</param>
    public ReasoningTree(string id, Problem problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(problem);
        Id = id;
        Problem = problem;
        Add(new ReasoningStep { Id = 0, ParentId = -1, Depth = 0, SiblingIndex = 0, Text = "", TokenIds = [] });
    }

    public string Id { get; }

    public Problem Problem { get; }

    /// <summary>All steps in order of appending; index equals id.</summary>
    public IReadOnlyList<ReasoningStep> Steps => _steps;

    public int Count => _steps.Count;

    public ReasoningStep Root => _steps[0];

    public ReasoningStep this[int id] => _steps[id];

    /// <summary>Tokens the policy generated for the tree: over steps, tokens times draws; the problem's own tokens are not counted.</summary>
    public long GeneratedTokens { get; private set; }

    /// <summary>Ids of a step's children in order.</summary>
    public IReadOnlyList<int> Children(int id) => _children[id] ?? (IReadOnlyList<int>)[];

    public StepStatistics Statistics(int id) => _statistics[id];

    /// <summary>Appends a step; id, depth and sibling index follow from the parent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parent does not exist.</exception>
    /// <exception cref="InvalidOperationException">The parent is terminal: its path has ended.</exception>
    public ReasoningStep Append(int parentId, StepDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegative(parentId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(parentId, _steps.Count);
        var parent = _steps[parentId];
        if (parent.IsTerminal)
        {
            throw new InvalidOperationException($"Step {parentId} of tree {Id} is terminal ({parent.Terminal}) and takes no children.");
        }

        return Add(new ReasoningStep
        {
            Id = _steps.Count,
            ParentId = parentId,
            Depth = parent.Depth + 1,
            SiblingIndex = Children(parentId).Count,
            Text = draft.Text,
            TokenIds = draft.TokenIds,
            Draws = draft.Draws,
            MeanLogProb = draft.MeanLogProb,
            Reward = draft.Reward,
            Verdict = draft.Verdict,
            Critique = draft.Critique,
            CritiqueSource = draft.CritiqueSource,
            Terminal = draft.Terminal,
            Answer = draft.Answer,
            AnswerVerdict = draft.AnswerVerdict,
            Producer = draft.Producer,
            Round = draft.Round,
        });
    }

    /// <summary>Adds Monte-Carlo evidence to a step.</summary>
    public void AddMonteCarlo(int id, int correct, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, total);
        var step = _steps[id];
        _steps[id] = step with { MonteCarloCorrect = step.MonteCarloCorrect + correct, MonteCarloTotal = step.MonteCarloTotal + total };
    }

    /// <summary>The steps from the root's child down to <paramref name="id"/>; empty for the root.</summary>
    public IReadOnlyList<ReasoningStep> PathTo(int id)
    {
        var path = new ReasoningStep[_steps[id].Depth];
        for (var step = _steps[id]; !step.IsRoot; step = _steps[step.ParentId])
        {
            path[step.Depth - 1] = step;
        }

        return path;
    }

    /// <summary>The leaves whose answer is correct, in order of appending.</summary>
    public IEnumerable<ReasoningStep> CorrectLeaves() => _steps.Where(step => step.IsCorrectLeaf);

    private ReasoningStep Add(ReasoningStep step)
    {
        _steps.Add(step);
        _children.Add(null);
        _statistics.Add(new StepStatistics());
        if (!step.IsRoot)
        {
            (_children[step.ParentId] ??= []).Add(step.Id);
        }

        GeneratedTokens += (long)step.TokenIds.Count * step.Draws;
        return step;
    }
}
