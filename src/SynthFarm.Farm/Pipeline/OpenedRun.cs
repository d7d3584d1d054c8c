using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Journal;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Pipeline;

/// <summary>Everything of a run that is on disk, open and held by this process.</summary>
internal sealed class OpenedRun : IAsyncDisposable
{
    private readonly RunDirectory _directory;

    private OpenedRun(RunDirectory directory) => _directory = directory;

    public string Directory => _directory.Path;

    public RunFile File => _directory.File;

    public required LiveCorpus Corpus { get; init; }

    public required ProblemCatalog Problems { get; init; }

    /// <summary>Which of <see cref="Problems"/> are to be done, in the order of the file.</summary>
    public required IReadOnlyList<int> Pending { get; init; }

    public required RunJournal Journal { get; init; }

    /// <summary>What earlier starts have finished, to be added to.</summary>
    public required RunTally Tally { get; init; }

    public required AbsentProblems Absent { get; init; }

    /// <summary>What earlier starts cost together, as the last of them wrote it down; null when none did.</summary>
    public required TotalEffort? Earlier { get; init; }

    /// <summary>
    /// Opens everything in the order in which it depends on each other: the directory with its lock and its problems, the corpus, what of
    /// the problems is pending, the journal.
    /// </summary>
    public static async Task<OpenedRun> OpenAsync(RunRequest request, RunModels models, RunServices services, CancellationToken cancellationToken)
    {
        var spec = request.Spec;
        var configuration = RunConfiguration.Create(spec, models.Policy.Identity, models.Reward.Identity, services.Verifiers);
        var opened = new Stack<IDisposable>();
        try
        {
            var directory = await RunDirectory.OpenAsync(
                request.Directory, spec, configuration, request.ProblemsPath, services.CrashPoints, services.Clock, cancellationToken).ConfigureAwait(false);
            opened.Push(directory);
            var corpus = LiveCorpus.Open(directory.Path, Lineage(directory.File, models), new LiveCorpusOptions
            {
                MergeParts = spec.Commit.MergeParts,
                CrashPoints = services.CrashPoints,
                Notice = notice => services.Events?.Invoke(new RunNotice(notice)),
            });
            opened.Push(corpus);
            var pending = new List<int>();
            var index = 0;
            var hasText = false;
            var problems = directory.OpenProblems(
                problem =>
                {
                    if (!IsDone(corpus, problem.Id, problem.ContentHash))
                    {
                        pending.Add(index);
                    }
                    else
                    {
                        hasText |= ProblemFamilies.Find(problem.Kind) is null;
                    }

                    index++;
                },
                cancellationToken);
            opened.Push(problems);
            var tally = new RunTally(spec.Panel);
            var absent = AddEarlier(tally, corpus, problems, cancellationToken);
            if (hasText && spec.Panel.Enabled)
            {
                AddEarlierToPanel(tally, directory.Path, problems, cancellationToken);
            }

            corpus.StartMerging();
            var journal = RunJournal.Open(
                directory.In(RunLayout.JournalFolder), configuration.Hash, spec.Journal,
                start => problems.Contains(start.ProblemId, start.ContentHash) && !IsDone(corpus, start.ProblemId, start.ContentHash),
                services.CrashPoints, notice => services.Events?.Invoke(new RunNotice(notice)));
            return new OpenedRun(directory)
            {
                Corpus = corpus,
                Problems = problems,
                Pending = pending,
                Journal = journal,
                Tally = tally,
                Absent = absent,
                Earlier = ReadEffort(directory.Path, services),
            };
        }
        catch (Exception e)
        {
            foreach (var item in opened)
            {
                item.Dispose();
            }

            if (e is IOException or UnauthorizedAccessException)
            {
                throw new RunDirectoryException($"{request.Directory}: cannot be used: {e.Message}", e);
            }

            throw;
        }
    }

    private static CorpusLineage Lineage(RunFile file, RunModels models) => new()
    {
        RunId = file.RunId,
        ConfigHash = file.ConfigHash,
        Seed = file.Spec.Seed,
        PolicyModel = models.Policy.Identity,
        RewardModel = models.Reward.Identity,
        Search = file.Spec.Search.Name,
        Round = file.Spec.Round,
    };

    /// <summary>A report that cannot be read keeps no run from going on.</summary>
    private static TotalEffort? ReadEffort(string directory, RunServices services)
    {
        try
        {
            return RunReportFiles.TryLoad(directory)?.AllStarts;
        }
        catch (RunDirectoryException e)
        {
            services.Events?.Invoke(new RunNotice($"what earlier starts cost is not counted: {e.Message}"));
            return null;
        }
    }

    /// <summary>Failed and cancelled problems are done again: what stopped them may be mended.</summary>
    private static bool IsDone(LiveCorpus corpus, string problemId, string contentHash) =>
        corpus.Find(problemId, contentHash) is ProblemOutcome.Accepted or ProblemOutcome.Exhausted;

    /// <summary>Adds what earlier starts have finished.</summary>
    private static AbsentProblems AddEarlier(RunTally tally, LiveCorpus corpus, ProblemCatalog problems, CancellationToken cancellationToken)
    {
        var absent = new AbsentProblems();
        foreach (var finished in corpus.Summaries())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!problems.ContainsId(finished.ProblemId))
            {
                absent.AddGone();
            }
            else if (!problems.Contains(finished.ProblemId, finished.ContentHash))
            {
                absent.AddEdited(finished.ProblemId);
            }
            else if (IsDone(corpus, finished.ProblemId, finished.ContentHash))
            {
                tally.Add(finished);
            }
        }

        return absent;
    }

    /// <summary>The panel judges answers, which only the trees have; they are read where some of what is done are text problems.</summary>
    private static void AddEarlierToPanel(RunTally tally, string directory, ProblemCatalog problems, CancellationToken cancellationToken)
    {
        foreach (var finished in CorpusReader.Open(directory).Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (problems.Contains(finished.Problem.Id, finished.Problem.ContentHash))
            {
                tally.AddToPanel(finished);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The directory's lock ends whatever happens before: the run could not be continued in this process otherwise.
        using var directory = _directory;
        using var problems = Problems;
        using var corpus = Corpus;
        await Journal.DisposeAsync().ConfigureAwait(false);
    }
}
