using System.Text.Json;
using SynthFarm.Cli.Commands.Problems;
using SynthFarm.Cli.Tests.Surface;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.TestKit.Models.Served;

namespace SynthFarm.Cli.Tests.Runs;

public sealed class RunTests(UntrainedModels models) : IClassFixture<UntrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ends_every_problem_and_status_tree_publish_and_check_read_it()
    {
        Generate(4);
        var run = await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"]);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("problems  4: ", run.Output);
        var report = JsonElement.Parse(File.ReadAllText(Path.Combine(_folder["r"], "report.json")));
        foreach (var model in report.GetProperty("effort").GetProperty("work").EnumerateObject())
        {
            Assert.InRange(model.Value.GetProperty("computedPerUnique").GetDouble(), 0.9, 1.5);
        }

        var again = await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"], "--output", "json");
        Assert.Equal("finished", Json(again).GetProperty("state").GetString());
        Assert.Contains("0 of 4 problems to do", again.Error);

        var status = Json(await CommandRunner.RunAsync("status", _folder["r"], "--output", "json"));
        Assert.Equal((4, 0), (status.GetProperty("problems").GetInt32(), status.GetProperty("open").GetInt32()));

        var id = File.ReadLines(Directory.GetFiles(Path.Combine(_folder["r"], "problems")).Single()).Select(IdOf).First();
        var tree = await CommandRunner.RunAsync("tree", "show", _folder["r"], id);
        Assert.StartsWith($"problem  {id}: Using the numbers ", tree.Output);

        Assert.Equal(0, (await CommandRunner.RunAsync("corpus", "publish", _folder["r"], "--out", _folder["s"])).ExitCode);
        Assert.StartsWith("sound: ", (await CommandRunner.RunAsync("corpus", "check", _folder["s"])).Output);
        Assert.Contains("in the problem set         4\n", (await CommandRunner.RunAsync("corpus", "stats", _folder["s"])).Output);
    }

    [Fact]
    public async Task Interrupted_run_ends_with_130_says_how_to_go_on_and_goes_on()
    {
        Generate(3000);
        var stopped = await InterruptedAsync("run", "--problems", _folder["p"], "--out", _folder["r"]);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains($"To go on: synthfarm resume {_folder["r"]}\n", stopped.Error);

        var open = Json(await CommandRunner.RunAsync("status", _folder["r"], "--output", "json")).GetProperty("open").GetInt32();
        Assert.InRange(open, 1, 3000);
        var again = await InterruptedAsync("resume", _folder["r"]);
        Assert.StartsWith($"{open} of 3000 problems to do", again.Error);
    }

    [Fact]
    public async Task Run_killed_at_a_crash_point_is_resumed_to_its_end()
    {
        Generate(6);
        var crash = new Dictionary<string, string>(Models()) { ["SYNTHFARM_CRASH_AT"] = "search.ended:3" };
        var killed = await CommandRunner.RunAsync(crash, "run", "--problems", _folder["p"], "--out", _folder["r"]);
        Assert.Equal(128 + 9, killed.ExitCode);

        var resumed = await CommandRunner.RunAsync(Models(), "resume", _folder["r"], "--output", "json");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(0, Json(resumed).GetProperty("open").GetInt32());
    }

    [Theory]
    [InlineData("--policy", "openai:http://localhost", "policy names no model; add ?model=NAME")]
    [InlineData("--search", "depth-first", "--search: search.name is \"depth-first\"; allowed are ")]
    [InlineData("--set", "search.beam.widht=3", "--set search.beam.widht: unknown key \"search.beam.widht\"; did you mean \"width\"?")]
    [InlineData("--config", "nowhere.json", "--config: there is no file nowhere.json.")]
    [InlineData("--concurrency", "0", "--concurrency is '0'; allowed are numbers from 1 to 4096.")]
    public async Task Run_refuses_what_it_does_not_know_before_it_writes_anything(string option, string value, string error)
    {
        Generate(1);

        var result = await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"], option, value);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"synthfarm: {error}", result.Error);
        Assert.False(Directory.Exists(_folder["r"]));
    }

    [Fact]
    public async Task Run_refuses_a_reward_that_reads_tokens_of_a_policy_that_tells_none()
    {
        Generate(1);
        var result = await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"], "--policy", "openai:http://a/v1?model=m&server=openai", "--reward", "prm:http://a?model=n&tokens=policy");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("reward has tokens=policy, and policy has server=openai, which tells no tokens; use tokens=own.", result.Error);
    }

    [Fact]
    public async Task Key_that_a_server_repeats_is_in_no_file_of_the_run()
    {
        const string Key = "sk-canary+key/of=tests";
        Generate(2);
        await using var server = new FixedServerDouble((path, key) => path == "/v1/models"
            ? (200, FixedServerDouble.Models("m", "m"))
            : (400, $$$"""{"error":{"message":"refused: {{{key}}}"}}"""));
        var environment = new Dictionary<string, string>(Models()) { ["SYNTHFARM_OPENAI_API_KEY"] = Key };
        var run = await CommandRunner.RunAsync(environment, "run", "--problems", _folder["p"], "--out", _folder["r"], "--policy", $"openai:{server.Url}/v1?model=m", "--record", _folder["a"]);
        string[] files = [.. Directory.GetFiles(_folder["r"], "*", SearchOption.AllDirectories), .. Directory.GetFiles(_folder["a"], "*", SearchOption.AllDirectories)];
        string[] texts = [.. files.Select(File.ReadAllText), run.Output, run.Error];
        Assert.Contains(texts, text => text.Contains("refused: Bearer ***", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_with_another_configuration_is_told_which_keys_differ()
    {
        Generate(1);
        await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"]);

        var result = await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"], "--seed", "9");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("seed: ", result.Error);
    }

    [Fact]
    public async Task Publish_makes_the_configs_asked_for_as_the_settings_say()
    {
        Generate(2);
        await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"]);
        var published = await CommandRunner.RunAsync(
            "corpus", "publish", _folder["r"], "--out", _folder["s"], "--configs", "rl,prm,trees", "--set", "labels.source=outcomes", "--set", "labels.minPaths=2", "--output", "json");
        Assert.Equal(["prm", "rl", "trees"], Json(published).GetProperty("configs").EnumerateArray().Select(config => config.GetProperty("name").GetString()));
        var manifest = JsonElement.Parse(File.ReadAllText(Path.Combine(_folder["s"], "manifest.json")));
        var labels = manifest.GetProperty("derivation").GetProperty("labels").GetProperty("options");
        Assert.Equal(("outcomes", 2), (labels.GetProperty("source").GetString(), labels.GetProperty("min_paths").GetInt32()));
        Assert.StartsWith("sound: ", (await CommandRunner.RunAsync("corpus", "check", _folder["s"])).Output);
    }

    [Theory]
    [InlineData("--set", "seed=3", "--set seed: seed is the run's own; publishing takes keys of publish, preferences, labels.")]
    [InlineData("--set", "labels.sorce=reward", "--set labels.sorce: unknown key \"labels.sorce\"; did you mean \"source\"?")]
    [InlineData("--set", "preferences.step.margin=-1", "--set preferences.step.margin: preferences.step.margin is -1; allowed are above 0 to 1000.")]
    [InlineData("--configs", "sft,bpo", "--configs: publish.configs is \"sft,bpo\"; allowed are all, or some of sft, ")]
    public async Task Publish_refuses_settings_it_does_not_know_before_it_writes_anything(string option, string value, string error)
    {
        Generate(1);
        await RunAsync("run", "--problems", _folder["p"], "--out", _folder["r"]);
        var result = await CommandRunner.RunAsync("corpus", "publish", _folder["r"], "--out", _folder["s"], option, value);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"synthfarm: {error}", result.Error);
        Assert.False(Directory.Exists(_folder["s"]));
    }

    [Fact]
    public async Task Demo_goes_on_with_the_same_settings_and_refuses_others()
    {
        var first = await CommandRunner.RunAsync(Models(), "demo", "--out", _folder["d"], "--problems", "3");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("published  ", first.Output);

        var again = await CommandRunner.RunAsync(Models(), "demo", "--out", _folder["d"], "--problems", "3");
        Assert.Contains("unchanged  ", again.Output);

        var other = await CommandRunner.RunAsync(Models(), "demo", "--out", _folder["d"], "--problems", "4");
        Assert.Equal(2, other.ExitCode);
        Assert.StartsWith($"synthfarm: --out: {_folder["d"]} holds a demo with other settings;", other.Error);
    }

    private void Generate(int count)
    {
        var problems = new ProblemGeneration(ProblemFamilies.Countdown, (3, 3), FamilySplit.All).Draw(count, new Seed(1));
        File.WriteAllLines(_folder["p"], problems.Select(ProblemSerializer.ToLine));
    }

    private Task<CommandResult> RunAsync(params string[] args) => CommandRunner.RunAsync(Models(), args);

    private Dictionary<string, string> Models() => new()
    {
        ["SYNTHFARM__POLICY"] = models.Policy,
        ["SYNTHFARM__REWARD"] = models.Reward,
        ["SYNTHFARM__BUDGET__MAXTOKENS"] = "300",
    };

    private static string IdOf(string line) => ProblemLineParser.Parse(System.Text.Encoding.UTF8.GetBytes(line), 1).Problem!.Id;

    private static JsonElement Json(CommandResult result)
    {
        Assert.Equal(0, result.ExitCode);
        return JsonElement.Parse(result.Output);
    }

    /// <summary>Starts a command and asks it to stop as soon as it works.</summary>
    private async Task<CommandResult> InterruptedAsync(params string[] args)
    {
        using var process = CommandRunner.Start(Models(), args);
        var first = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("problems to do", first);
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var rest = await CommandRunner.FinishAsync(process);
        return rest with { Error = $"{first}\n{rest.Error}" };
    }
}
