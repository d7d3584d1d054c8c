using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>
/// Explains what differs between two corpora: problems, rows of every config, yields, and why, as far as their lineage tells. Both are read
/// once, side by side in the order of the problem ids; memory holds one problem of each.
/// </summary>
public static class CorpusDiff
{
    /// <param name="a">A snapshot or a run directory.</param>
    /// <param name="b">Another, or the same with another round.</param>
    /// <param name="options">Defaults when null.</param>
    /// <exception cref="CorpusException">One is neither, is damaged, or is not sorted by problem id.</exception>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static Task<DiffReport> CompareAsync(string a, string b, DiffOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(a);
        ArgumentException.ThrowIfNullOrEmpty(b);
        options ??= new DiffOptions();
        return options.Validate("diff").FirstOrDefault() is { } fault
            ? throw new ArgumentException(fault, nameof(options))
            : Task.Run(() => Compare(a, b, options, cancellationToken), cancellationToken);
    }

    private static DiffReport Compare(string directoryA, string directoryB, DiffOptions options, CancellationToken cancellationToken)
    {
        using var a = Open(directoryA, options.RoundA);
        using var b = Open(directoryB, options.RoundB);
        var settings = DiffSettings.Of(a, b);
        var causes = new DiffCauses(settings);
        var problems = new ProblemComparer(causes, options.Limit);
        var yields = new YieldComparer();
        var configs = a.Configs.Intersect(b.Configs).Select(name => new ComparedConfig(name, a, b, new ConfigComparer(name, causes, options.Limit))).ToList();
        try
        {
            using var problemsA = new ProblemCursor<DiffProblem>(a.Problems(), p => p.Id, directoryA);
            using var problemsB = new ProblemCursor<DiffProblem>(b.Problems(), p => p.Id, directoryB);
            while (configs.SelectMany(c => c.NextIds).Append(problemsA.Next).Append(problemsB.Next).OfType<string>().Min(StringComparer.Ordinal) is { } id)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (ofA, ofB) = (One(problemsA.Take(id)), One(problemsB.Take(id)));
                problems.Add(ofA, ofB);
                yields.Add(ofA, ofB);
                configs.ForEach(c => c.Add(id, ofA, ofB));
            }
        }
        finally
        {
            configs.ForEach(c => c.Dispose());
        }

        return new DiffReport
        {
            A = a.Info,
            B = b.Info,
            Settings = settings,
            Problems = problems.ToDiff(),
            Configs = [.. configs.Select(c => c.Comparer.ToDiff())],
            ConfigsNotCompared = [.. a.Configs.Except(b.Configs).Select(c => $"{c}: only in A"), .. b.Configs.Except(a.Configs).Select(c => $"{c}: only in B")],
            Yields = yields.ToYields(),
        };
    }

    private static DiffProblem? One(IReadOnlyList<DiffProblem> problems) => problems is [var problem, ..] ? problem : null;

    private static IDiffSide Open(string directory, int? round) =>
        !File.Exists(RunLayout.Manifest(directory)) ? new SnapshotSide(directory, round)
        : round is null ? new RunSide(directory)
        : throw new CorpusException($"\"{directory}\" is a run directory, which has one round; a round can be chosen from a snapshot.");

    /// <summary>A config that both have. The trees come with the problems.</summary>
    private sealed class ComparedConfig(string name, IDiffSide a, IDiffSide b, ConfigComparer comparer) : IDisposable
    {
        private readonly ProblemCursor<DiffRow>? _rowsA = Cursor(name, a);
        private readonly ProblemCursor<DiffRow>? _rowsB = Cursor(name, b);

        public ConfigComparer Comparer => comparer;

        public IEnumerable<string?> NextIds => [_rowsA?.Next, _rowsB?.Next];

        public void Add(string id, DiffProblem? ofA, DiffProblem? ofB)
            => comparer.Add(ofA, ofB, _rowsA?.Take(id) ?? ofA?.Trees ?? [], _rowsB?.Take(id) ?? ofB?.Trees ?? []);

        public void Dispose()
        {
            _rowsA?.Dispose();
            _rowsB?.Dispose();
        }

        private static ProblemCursor<DiffRow>? Cursor(string name, IDiffSide side)
            => name == ConfigNames.Trees ? null : new ProblemCursor<DiffRow>(side.Rows(name), r => r.ProblemId, $"{side.Info.Directory}, {name}");
    }
}
