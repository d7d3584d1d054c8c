using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Caps;
using SynthFarm.Core.Selection.Curriculum;
using SynthFarm.Core.Selection.Difficulty;
using SynthFarm.Core.Selection.Diversity;
using SynthFarm.Core.Selection.Duplicates;
using SynthFarm.Core.Selection.Filters;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Core.Selection.Noise;
using SynthFarm.Core.Selection.Ranking;
using SynthFarm.Core.Selection.Reporting;
using SynthFarm.Core.Selection.Splits;

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
        return Finish(mixture, targets);
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

    private SelectionPlan Finish(MixtureStage mixture, IReadOnlyList<TopicTarget> targets)
    {
        var seed = new Seed(_options.Seed);
        var kept = _pool.Left.Select(at => _pool.All[at]).OrderBy(c => c.RowId, StringComparer.Ordinal).ToList();
        var splits = ProblemSplits.Assign(kept, _options.Split, seed);
        var bySplit = kept.ToLookup(c => splits[c.ProblemId]);
        var train = bySplit[DataSplit.Train].ToList();
        var replaced = NoiseChoice.Choose(train, _options.Noise.Share, seed).Select(c => c.RowId).ToHashSet(StringComparer.Ordinal);
        if (_options.Noise.Share > 0)
        {
            _stages.Add(new StageReport(SelectionReason.Noise, kept.Count, replaced.Count));
        }

        var curriculum = new CurriculumPlanner(_options.Curriculum, _difficulty, c => _topics.Names[_topics.IndexOf(c.Topic)], seed);
        var selected = new Dictionary<string, SelectedRow>(StringComparer.Ordinal);
        var problems = new Dictionary<string, SelectedProblem>(StringComparer.Ordinal);
        var topicOrder = TopicOrder.None;
        foreach (var split in Enum.GetValues<DataSplit>())
        {
            var place = 0;
            foreach (var row in curriculum.Order(bySplit[split], out var order))
            {
                topicOrder = split == DataSplit.Train ? order : topicOrder;
                problems.TryAdd(row.ProblemId, new SelectedProblem(split, place, _difficulty.Of(row.Draws)));
                selected.Add(row.RowId, new SelectedRow(split, place++, _difficulty.Of(row.Draws), replaced.Contains(row.RowId)));
            }
        }

        return new SelectionPlan
        {
            Kept = selected,
            Rejected = Rejections(replaced),
            Problems = problems,
            Report = new SelectionReport
            {
                Before = ReportCounts.Totals(_pool.All),
                After = ReportCounts.Totals(kept),
                Stages = _stages,
                Marks = ReportCounts.Marks(_pool.All),
                Topics = Topics(kept, mixture, targets),
                Difficulty = ReportCounts.Histogram(_pool.All, kept, _difficulty),
                Splits = [.. bySplit.OrderBy(g => g.Key).Select(g => Split(g.Key, [.. g]))],
                Noise = Noise(train, replaced.Count),
                Curriculum = topicOrder,
            },
        };
    }

    private Dictionary<string, SelectionRejection> Rejections(IReadOnlySet<string> replaced)
    {
        var rejected = new Dictionary<string, SelectionRejection>(StringComparer.Ordinal);
        var noise = new SelectionRejection(SelectionReason.Noise, "A wrong answer of its tree took its place on purpose.");
        for (var at = 0; at < _pool.All.Count; at++)
        {
            var id = _pool.All[at].RowId;
            if (_pool.RejectionOf(at) is { } rejection)
            {
                rejected.Add(id, rejection);
            }
            else if (replaced.Contains(id))
            {
                rejected.Add(id, noise);
            }
        }

        return rejected;
    }

    private List<TopicReport> Topics(IReadOnlyList<SelectionCandidate> kept, MixtureStage mixture, IReadOnlyList<TopicTarget> targets)
    {
        var before = _pool.All.ToLookup(c => _topics.IndexOf(c.Topic));
        var after = kept.ToLookup(c => _topics.IndexOf(c.Topic));
        var (allBefore, allAfter) = (_pool.All.Sum(mixture.SizeOf), kept.Sum(mixture.SizeOf));
        return
        [
            .. _topics.Names.Select((name, i) => new TopicReport(
                name,
                ReportCounts.Totals([.. before[i]]), Share(before[i], allBefore),
                targets[i],
                ReportCounts.Totals([.. after[i]]), Share(after[i], allAfter))),
        ];

        double Share(IEnumerable<SelectionCandidate> rows, long all) => all == 0 ? 0 : (double)rows.Sum(mixture.SizeOf) / all;
    }

    private static SplitReport Split(DataSplit split, IReadOnlyList<SelectionCandidate> rows)
        => new(split, ReportCounts.Totals(rows), rows.Where(c => c.Split != split).Select(c => c.ProblemId).Distinct(StringComparer.Ordinal).LongCount());

    private NoiseReport Noise(IReadOnlyList<SelectionCandidate> train, int replaced)
    {
        var inherited = train.Count(c => c.IsNoise);
        var share = train.Count == 0 ? 0 : (double)(inherited + replaced) / train.Count;
        return new NoiseReport(NoiseChoice.Wanted(train.Count, _options.Noise.Share), replaced, inherited, share);
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
