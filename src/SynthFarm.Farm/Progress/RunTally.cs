using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Progress;

/// <summary>Sums over finished problems. Adding in another order gives the same sums. Thread-safe.</summary>
internal sealed class RunTally(PanelOptions panel)
{
    private readonly Lock _gate = new();
    private readonly RunPanel _panel = new(panel);
    private readonly Dictionary<ProblemOutcome, long> _outcomes = [];
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private long _trees, _paths, _answered, _correct, _steps, _tokens;

    public void Add(FinishedProblem finished)
    {
        AddToPanel(finished);
        Add(ProblemSummary.Of(finished));
    }

    /// <summary>Has the panel judge the answers; the sums stay as they are.</summary>
    public void AddToPanel(FinishedProblem finished) => _panel.Add(finished.Tree);

    public void Add(ProblemSummary finished)
    {
        lock (_gate)
        {
            _outcomes[finished.Outcome] = _outcomes.GetValueOrDefault(finished.Outcome) + 1;
            _trees += finished.Steps > 0 ? 1 : 0;
            _paths += finished.Paths;
            _answered += finished.Answered;
            _correct += finished.Correct;
            _steps += finished.Steps;
            _tokens += finished.Tokens;
            if (ReasonOf(finished) is { } reason)
            {
                _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            }
        }
    }

    /// <summary>What the panel of answer rules found so far; null for nothing.</summary>
    public PanelReport? Panel() => _panel.Report();

    /// <summary>The sums so far.</summary>
    public RunTotals Totals(long problems)
    {
        lock (_gate)
        {
            var accepted = _outcomes.GetValueOrDefault(ProblemOutcome.Accepted);
            return new RunTotals
            {
                Accepted = accepted,
                Exhausted = _outcomes.GetValueOrDefault(ProblemOutcome.Exhausted),
                Failed = _outcomes.GetValueOrDefault(ProblemOutcome.Failed),
                Cancelled = _outcomes.GetValueOrDefault(ProblemOutcome.Cancelled),
                Funnel = new RunFunnel(problems, _trees, _paths, _answered, _correct, accepted),
                Steps = _steps,
                Tokens = _tokens,
                Reasons = new SortedDictionary<string, long>(_reasons, StringComparer.Ordinal),
            };
        }
    }

    private static string? ReasonOf(ProblemSummary finished) => finished.Outcome switch
    {
        ProblemOutcome.Accepted => null,
        ProblemOutcome.Exhausted => $"exhausted: {System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{finished.SearchEnd}")}",
        ProblemOutcome.Cancelled => $"cancelled: {finished.Reason}",
        _ => $"failed: {finished.Reason}",
    };
}
