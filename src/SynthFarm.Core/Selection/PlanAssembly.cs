using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Curriculum;
using SynthFarm.Core.Selection.Difficulty;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Core.Selection.Noise;
using SynthFarm.Core.Selection.Reporting;
using SynthFarm.Core.Selection.Splits;

namespace SynthFarm.Core.Selection;

/// <summary>Makes the plan once it is known which rows are left: splits, noise, order and report.</summary>
internal sealed class PlanAssembly(
    CandidatePool pool, SelectionOptions options, TopicTable topics, DifficultyEstimate difficulty, List<StageReport> stages)
{
    /// <param name="sizeOf">Units a row counts for in shares.</param>
    /// <param name="targets">The parts of the topics.</param>
    public SelectionPlan Assemble(Func<SelectionCandidate, long> sizeOf, IReadOnlyList<TopicTarget> targets)
    {
        var seed = new Seed(options.Seed);
        var kept = pool.Left.Select(at => pool.All[at]).OrderBy(c => c.RowId, StringComparer.Ordinal).ToList();

        // Of all rows, those left out too: a problem keeps its split whatever else is selected, and one held out holds its statement out.
        var splits = ProblemSplits.Assign(pool.All, options.Split, seed);
        var bySplit = kept.ToLookup(c => splits[c.ProblemId]);
        var train = bySplit[DataSplit.Train].ToList();
        var replaced = NoiseChoice.Choose(train, options.Noise.Share, seed).Select(c => c.RowId).ToHashSet(StringComparer.Ordinal);
        if (options.Noise.Share > 0)
        {
            stages.Add(new StageReport(SelectionReason.Noise, kept.Count, replaced.Count));
        }

        var curriculum = new CurriculumPlanner(options.Curriculum, difficulty, c => topics.Names[topics.IndexOf(c.Topic)], seed);
        var selected = new Dictionary<string, SelectedRow>(StringComparer.Ordinal);
        var problems = new Dictionary<string, SelectedProblem>(StringComparer.Ordinal);
        var topicOrder = TopicOrder.None;
        foreach (var split in Enum.GetValues<DataSplit>())
        {
            var place = 0;
            foreach (var row in curriculum.Order(bySplit[split], out var order))
            {
                topicOrder = split == DataSplit.Train ? order : topicOrder;
                problems.TryAdd(row.ProblemId, new SelectedProblem(split, place, difficulty.Of(row.Draws)));
                selected.Add(row.RowId, new SelectedRow(split, place++, difficulty.Of(row.Draws), replaced.Contains(row.RowId)));
            }
        }

        return new SelectionPlan
        {
            Kept = selected,
            Rejected = Rejections(replaced),
            Problems = problems,
            Report = new SelectionReport
            {
                Before = ReportCounts.Totals(pool.All),
                After = ReportCounts.Totals(kept),
                Stages = stages,
                Marks = ReportCounts.Marks(pool.All),
                Topics = Topics(kept, sizeOf, targets),
                Difficulty = ReportCounts.Histogram(pool.All, kept, difficulty),
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
        for (var at = 0; at < pool.All.Count; at++)
        {
            var id = pool.All[at].RowId;
            if (pool.RejectionOf(at) is { } rejection)
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

    private List<TopicReport> Topics(IReadOnlyList<SelectionCandidate> kept, Func<SelectionCandidate, long> sizeOf, IReadOnlyList<TopicTarget> targets)
    {
        var before = pool.All.ToLookup(c => topics.IndexOf(c.Topic));
        var after = kept.ToLookup(c => topics.IndexOf(c.Topic));
        var (allBefore, allAfter) = (pool.All.Sum(sizeOf), kept.Sum(sizeOf));
        return
        [
            .. topics.Names.Select((name, i) => new TopicReport(
                name,
                ReportCounts.Totals([.. before[i]]), Share(before[i], allBefore),
                targets[i],
                ReportCounts.Totals([.. after[i]]), Share(after[i], allAfter))),
        ];

        double Share(IEnumerable<SelectionCandidate> rows, long all) => all == 0 ? 0 : (double)rows.Sum(sizeOf) / all;
    }

    private static SplitReport Split(DataSplit split, IReadOnlyList<SelectionCandidate> rows)
        => new(split, ReportCounts.Totals(rows), rows.Where(c => c.Split != split).Select(c => c.ProblemId).Distinct(StringComparer.Ordinal).LongCount());

    private NoiseReport Noise(IReadOnlyList<SelectionCandidate> train, int replaced)
    {
        var inherited = train.Count(c => c.IsNoise);
        var share = train.Count == 0 ? 0 : (double)(inherited + replaced) / train.Count;
        return new NoiseReport(NoiseChoice.Wanted(train.Count, options.Noise.Share), replaced, inherited, share);
    }
}
