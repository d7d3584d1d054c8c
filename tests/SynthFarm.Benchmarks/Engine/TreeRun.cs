using SynthFarm.Core.Models;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Specification;
using SynthFarm.Inference.Engine;
using SynthFarm.TinyModels;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>One run of the farm with the shipped models in a folder of its own, and what it took.</summary>
internal sealed class TreeRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthfarm-tree-").FullName;

    public double Wall { get; private set; }

    public double Cpu { get; private set; }

    public EngineCounters Policy { get; private set; }

    public EngineCounters Reward { get; private set; }

    /// <summary>Distinct prefixes of what the policy had to read, and of what the reward model had to.</summary>
    public (int Policy, int Reward) Unique { get; private set; }

    /// <param name="problems">Lines of a problem file.</param>
    /// <param name="search">Name of the search.</param>
    /// <param name="concurrency">Problems at a time.</param>
    /// <param name="keyValueBytes">Memory for keys and values of each engine.</param>
    /// <param name="withReward">False: steps cost nothing to score.</param>
    public async Task RunAsync(IEnumerable<string> problems, string search, int concurrency, long keyValueBytes, bool withReward)
    {
        string file = Path.Combine(_folder, "problems.jsonl"), run = Path.Combine(_folder, "run");
        await File.WriteAllLinesAsync(file, problems).ConfigureAwait(false);
        var options = new EngineOptions { KeyValueBytes = keyValueBytes };
        using var policy = EngineModel.Load(TinyModelFiles.Policy, options, "tiny");
        using var reward = EngineModel.Load(TinyModelFiles.Reward, options, "tiny-prm");
        IProcessRewardModel scorer = withReward ? new EngineRewardModel(reward, RewardDialect.Plain, sharesTokens: true) : new NoReward();
        var spec = RunSpecReader.Read(new SpecSources { Settings = [SpecSetting.Parse($"search.name={search}"), SpecSetting.Parse($"concurrency={concurrency}"), SpecSetting.Parse("seed=5")] });
        await using (FarmRun farm = await FarmRun.OpenAsync(
            new RunRequest { Directory = run, Spec = spec, ProblemsPath = file }, new RunModels(new EnginePolicyModel(policy), scorer)).ConfigureAwait(false))
        {
            TimeSpan cpu = Environment.CpuUsage.TotalTime;
            var report = await farm.RunAsync(CancellationToken.None).ConfigureAwait(false);
            (Wall, Cpu) = (report.Effort.Seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }

        (Policy, Reward) = (policy.Engine.Counters, reward.Engine.Counters);
        Unique = CountUnique(run, policy);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Policy, int Reward) CountUnique(string run, EngineModel policy)
    {
        var (read, scored) = (new PathTrie(), new PathTrie());
        using CorpusReader corpus = CorpusReader.Open(run);
        foreach (var finished in corpus.Read())
            foreach (ReasoningStep step in finished.Tree!.Steps.Where(step => step.Id > 0))
            {
                int[] tokens = [.. PathTokens.Of(policy.Tokenizer, PromptFormat.Raw, finished.Problem, finished.Tree.PathTo(step.Id))];
                // The last token of a step that nothing follows is drawn, and never read by the policy.
                read.Add(tokens.AsSpan(0, tokens.Length - 1));
                scored.Add(tokens);
            }

        return (read.Count, scored.Count);
    }
}
