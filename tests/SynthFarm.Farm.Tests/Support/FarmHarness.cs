using SynthFarm.Core.Models;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Beam;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Specification;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Farm.Tests.Support;

/// <summary>Runs in a temporary folder, with models that answer by seed and a checker that reads stated answers.</summary>
internal sealed class FarmHarness : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FarmHarness() => Policy = new RecordingPolicyModel(ScriptedPolicyModel.Wandering());

    public RunSpec Spec { get; set; } = new()
    {
        Search = new SearchOptions { Beam = new BeamSearchOptions { Width = 2, SamplesPerStep = 3 } },
        Concurrency = 4,
        Seed = 42,
        Commit = new CommitOptions { MaxProblems = 5, MaxSeconds = 1, MergeParts = 2 },
        Journal = new JournalOptions { SegmentBytes = 4096 },
        Limits = new LimitOptions { DrainSeconds = 5 },
    };

    /// <summary>Counts the tokens of every start that used this harness.</summary>
    public RecordingPolicyModel Policy { get; set; }

    public IProcessRewardModel Reward { get; set; } = ScriptedRewardModel.ByText();

    /// <summary>What the models say they have computed.</summary>
    public Func<RunWork>? Work { get; set; }

    public RunServices Services { get; set; } = new() { Judges = new ProblemJudges(_ => new StatedAnswerChecker(), _ => null), Verifiers = ["stated/1"] };

    public List<RunEvent> Events { get; } = [];

    public string ProblemsPath => At("problems.jsonl");

    public string At(params string[] parts) => _folder.At(parts);

    /// <summary>Writes problems 1 to <paramref name="count"/> to <see cref="ProblemsPath"/>.</summary>
    public void WriteProblems(int count) => WriteLines(Enumerable.Range(1, count).Select(n => Some.ProblemLine(n)));

    public void WriteLines(IEnumerable<string> lines) => File.WriteAllText(ProblemsPath, string.Concat(lines.Select(line => line + "\n")));

    public async Task<FarmRun> OpenAsync(string run = "run", ICrashPoints? points = null, bool withProblems = true) => await FarmRun.OpenAsync(
        new RunRequest { Directory = At(run), Spec = Spec, ProblemsPath = withProblems ? ProblemsPath : null },
        new RunModels(Policy, Reward, Work: Work),
        Services with
        {
            CrashPoints = points ?? CrashPoint.None,
            Events = happened =>
            {
                lock (Events)
                {
                    Events.Add(happened);
                }
            },
        });

    public Task<FarmRun> OpenWithProblemsAsync(int count)
    {
        WriteProblems(count);
        return OpenAsync();
    }

    /// <summary>Opens, runs and closes.</summary>
    public async Task<RunReport> RunAsync(string run = "run", ICrashPoints? points = null, bool withProblems = true, CancellationToken stop = default)
    {
        await using var opened = await OpenAsync(run, points, withProblems);
        return await opened.RunAsync(stop);
    }

    /// <summary>Runs into a simulated crash, wherever it comes.</summary>
    public async Task<bool> CrashAsync(string run, ThrowingCrashPoints points)
    {
        try
        {
            await RunAsync(run, points);
        }
        catch (Exception) when (points.HasCrashed)
        {
            // The process is dead; what others make of the crash before they reach a point themselves is no matter.
        }

        return points.HasCrashed;
    }

    /// <summary>Every finished problem of a run as text, sorted by id: equal runs give equal lists.</summary>
    public IReadOnlyList<string> Stored(string run = "run")
    {
        using var corpus = CorpusReader.Open(At(run));
        return corpus.Read()
            .OrderBy(finished => finished.Problem.Id, StringComparer.Ordinal)
            .Select(finished => $"{finished.Outcome} {finished.Reason} {finished.SearchEnd} {finished.Verifier}\n{TreeText.Describe(finished.Tree!, withStatistics: true)}")
            .ToList();
    }

    public void Dispose() => _folder.Dispose();
}
