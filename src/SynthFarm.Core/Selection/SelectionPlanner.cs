using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Caps;
using SynthFarm.Core.Selection.Difficulty;
using SynthFarm.Core.Selection.Diversity;
using SynthFarm.Core.Selection.Duplicates;
using SynthFarm.Core.Selection.Filters;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Core.Selection.Ranking;
using SynthFarm.Core.Selection.Reporting;

namespace SynthFarm.Core.Selection;

/// <summary>
/// Decides which rows are kept, in which split, and in which order. Pure: equal rows and options give an equal plan, whatever the order of
/// the rows.
/// </summary>
public sealed class SelectionPlanner
{
    /// <summary>Part of what a selected snapshot says of itself; changes when equal options would select otherwise.</summary>
    public const string Version = "selection/1";

    private readonly SelectionOptions _options;
    private readonly CandidatePool _pool;
    private readonly TopicTable _topics;
    private readonly DifficultyEstimate _difficulty;
    private readonly CandidateRanking _ranking;
    private readonly List<StageReport> _stages = [];

    private SelectionPlanner(IReadOnlyList<SelectionCandidate> candidates, SelectionOptions options)
    {
        _options = options;
        _pool = new CandidatePool(candidates);
        _topics = new TopicTable(candidates, options.MaxTopics);
        _difficulty = new DifficultyEstimate(options.Difficulty);
        _ranking = new CandidateRanking(options.Rank, _difficulty);
    }

    /// <param name="candidates">All rows; ids are unique.</param>
    /// <param name="yields">The problems that gave no row, for the signal <see cref="TopicSignalKind.Yield"/>.</param>
    /// <param name="options">Valid options.</param>
    public static SelectionPlan Plan(IReadOnlyList<SelectionCandidate> candidates, IReadOnlyList<TopicYield> yields, SelectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(yields);
        ArgumentNullException.ThrowIfNull(options);
        return new SelectionPlanner(candidates, options).Run(yields);
    }

    private SelectionPlan Run(IReadOnlyList<TopicYield> yields)
    {
        var choice = new RowChoice(_pool, _ranking, _options.Diversity);
        Curate();
        Filter();
        if (_options.Duplicates != DuplicateText.Off)
        {
            Stage(SelectionReason.Duplicate, () => DuplicateRows.Reject(_pool, _options.Duplicates, _ranking));
        }

        Cap(choice);
        var mixture = new MixtureStage(_pool, _options, _topics, choice);
        IReadOnlyList<TopicTarget> targets = [];
        Stage(mixture.Reason, () => targets = mixture.Apply(yields));
        return new PlanAssembly(_pool, _options, _topics, _difficulty, _stages).Assemble(mixture.SizeOf, targets);
    }

    private void Curate()
    {
        if (_pool.All.Any(c => c.Mark is not null))
        {
            Stage(SelectionReason.Curation, () => RejectWhere(SelectionReason.Curation, c => c.Mark == CurationDecision.Reject ? "A curator rejected the row." : null));
        }
    }

    private void Filter()
    {
        foreach (var filter in CandidateFilters.Create(_options.Filters))
        {
            Stage(filter.Reason, () => RejectWhere(filter.Reason, c => c.Mark == CurationDecision.Accept ? null : filter.Fault(c)));
        }
    }

    private void Cap(RowChoice choice)
    {
        if (_options.Caps.PerAnswer is { } perAnswer)
        {
            Stage(SelectionReason.AnswerCap, () => GroupCap.Apply(
                _pool, choice, c => (c.ProblemId, TextHash.Levelled(c.Answer)), perAnswer, SelectionReason.AnswerCap, "answer of a problem"));
        }

        if (_options.Caps.PerProblem is { } perProblem)
        {
            Stage(SelectionReason.ProblemCap, () => GroupCap.Apply(_pool, choice, c => c.ProblemId, perProblem, SelectionReason.ProblemCap, "problem"));
        }

        if (_options.Caps.PerTopic is { } perTopic)
        {
            Stage(SelectionReason.TopicCap, () => GroupCap.Apply(_pool, choice, c => _topics.IndexOf(c.Topic), perTopic, SelectionReason.TopicCap, "topic"));
        }
    }

    private void RejectWhere(string reason, Func<SelectionCandidate, string?> fault)
    {
        foreach (var at in _pool.Left)
        {
            if (fault(_pool.All[at]) is { } detail)
            {
                _pool.Reject(at, new SelectionRejection(reason, detail));
            }
        }
    }

    /// <summary>Does a stage and counts what it rejects; a stage without a reason rejects nothing.</summary>
    private void Stage(string? reason, Action stage)
    {
        var before = _pool.Count;
        stage();
        if (reason is not null)
        {
            _stages.Add(new StageReport(reason, before, before - _pool.Count));
        }
    }
}
