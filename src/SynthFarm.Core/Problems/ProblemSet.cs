using System.Text.Json;

namespace SynthFarm.Core.Problems;

/// <summary>Problems by identity, in the order they were added.</summary>
/// <remarks>
/// Equal problems are one and counted as duplicates. So are two without a given id that differ only in fields outside their identity
/// (<c>source</c>, <c>level</c> and the like): the first is kept. One given id with different contents is a fault.
/// </remarks>
public sealed class ProblemSet
{
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, (Problem Problem, int Line)> _byId = new(StringComparer.Ordinal);

    /// <summary>Each problem once, in order of adding.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public int Count => _problems.Count;

    /// <summary>How many problems were left out because they were there already.</summary>
    public int DuplicateCount { get; private set; }

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>Adds a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="line">The line it comes from, from 1, for the faults.</param>
    /// <returns>The fault when its id already stands for other contents; else null.</returns>
    public ProblemLineFault? Add(Problem problem, int line)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (_byId.TryAdd(problem.Id, (problem, line)))
        {
            _problems.Add(problem);
            return null;
        }

        var (first, firstLine) = _byId[problem.Id];
        if (first.ContentHash == problem.ContentHash || !(first.HasGivenId || problem.HasGivenId))
        {
            DuplicateCount++;
            return null;
        }

        return new ProblemLineFault(
            line,
            1,
            FirstDifference(first, problem),
            $"found other contents than in line {firstLine} under the same id {Answers.QuotedText.Of(problem.Id)}; allowed is one problem for one id");
    }

    private static string FirstDifference(Problem x, Problem y) =>
        x.Statement != y.Statement ? "problem"
        : x.Answer != y.Answer ? "answer"
        : x.Kind != y.Kind ? "kind"
        : x.Source != y.Source ? "source"
        : x.Topic != y.Topic ? "topic"
        : x.Level != y.Level ? "level"
        : x.Split != y.Split ? "split"
        : x.License != y.License ? "license"
        : x.HasGivenId != y.HasGivenId && MetaText(x) == MetaText(y) ? "id"
        : "meta";

    private static string MetaText(Problem problem) => problem.Meta.ValueKind == JsonValueKind.Undefined ? "" : problem.Meta.GetRawText();
}
