using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Tests.Support;
using SynthFarm.TestKit.Models.Served;

namespace SynthFarm.Inference.OpenAI.Tests.Exchanges;

public class ChaosTests(ServedTiny tiny)
{
    [Theory]
    [InlineData("each")]
    [InlineData("together")]
    public async Task Every_fault_is_outlived_and_every_candidate_comes_once(string choices)
    {
        var faults = Enum.GetValues<ChaosFault>();
        await using var server = new ChaosServerDouble(tiny.Url, n => n % 3 == 1 ? faults[n / 3 % faults.Length] : null);
        using var policy = await tiny.OpenAsync($"openai:URL/v1?model=tiny&silence=1&tries=1000&choices={choices}", server.Url);
        using var alone = await tiny.OpenAsync($"openai:URL/v1?model=tiny&choices={choices}");
        var requests = Enumerable.Range(0, choices == "each" ? 10 : 40).Select(Request).ToList();
        var answers = await Task.WhenAll(requests.Select(request => policy.Policy!.ProposeAsync(request, TestContext.Current.CancellationToken)));
        foreach (var (request, actual) in requests.Zip(answers))
        {
            // What a server leaves out of one answer is asked for alone, with a seed of its own; there are as many, but they are not the same.
            Assert.Equal(request.Seeds.Count, actual.Count);
            if (choices == "each")
            {
                Assert.Equal((await alone.Policy!.ProposeAsync(request, default)).Select(c => c.Text), actual.Select(c => c.Text));
            }
        }

        Assert.Equal(faults.Order(), server.Faults.Keys.Order());
        Assert.True(policy.Use.Repeated >= faults.Length / 2, $"{policy.Use.Repeated} repeated");
    }

    [Fact]
    public async Task Scores_come_through_the_same_faults()
    {
        var faults = Enum.GetValues<ChaosFault>();
        await using var server = new ChaosServerDouble(tiny.Url, n => n < faults.Length ? faults[n] : null);
        using var reward = await tiny.OpenAsync("prm:URL?model=tiny-prm&silence=1&tries=1000", server.Url);
        var request = new RewardRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Candidates = [new("25 - 14 = 11\n", [1], 0, StepFinish.Delimiter)] };
        using var alone = await tiny.OpenAsync("prm:URL?model=tiny-prm");
        Assert.Equal(await alone.Reward!.ScoreAsync(request, default), await reward.Reward!.ScoreAsync(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_is_healthy_and_silent_loses_its_work_and_is_named()
    {
        await using var server = new ChaosServerDouble(tiny.Url, _ => null) { IsSilent = true };
        using var policy = await tiny.OpenAsync($"openai:URL/v1,{tiny.Url.AbsoluteUri}v1?model=tiny&silence=1", server.Url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => policy.Policy!.ProposeAsync(Request(n), TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.Equal(4, answer.Count));
        Assert.Contains(policy.Troubles, trouble => trouble.StartsWith($"{server.Url}: circuit", StringComparison.Ordinal) && trouble.EndsWith("(nothing came)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_single_request_moves_away_from_a_silent_server()
    {
        await using var server = new ChaosServerDouble(tiny.Url, _ => null) { IsSilent = true };
        using var policy = await tiny.OpenAsync($"openai:URL/v1*1000,{tiny.Url.AbsoluteUri}v1?model=tiny&silence=1", server.Url);
        var answer = await policy.Policy!.ProposeAsync(Request(1) with { Seeds = [new Seed(1)] }, TestContext.Current.CancellationToken);
        Assert.Single(answer);
        Assert.True(server.Faults.ContainsKey(ChaosFault.Silent));
    }

    [Fact]
    public async Task Refusal_is_told_at_once_and_holds_no_key()
    {
        var address = ServedAddressParser.Parse($"openai:{tiny.Url.AbsoluteUri}v1?model=tiny", "policy");
        var fault = await Assert.ThrowsAsync<ModelException>(() => ServedModel.OpenAsync(address, new ServedOptions { Key = "a-wrong-key" }, default));
        Assert.Contains("401", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-key", fault.ToString(), StringComparison.Ordinal);
        Assert.Contains("it lists tiny", (await Assert.ThrowsAsync<ModelException>(() => tiny.OpenAsync("openai:URL/v1?model=other"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_answers_are_given_again_without_a_server_and_hold_no_key()
    {
        var folder = Directory.CreateTempSubdirectory("recorded-").FullName;
        try
        {
            IReadOnlyList<StepCandidate> first;
            using (var recording = await tiny.OpenAsync("openai:URL/v1?model=tiny", record: folder))
            {
                first = await recording.Policy!.ProposeAsync(Request(1), default);
            }

            using var replay = await tiny.OpenAsync("openai:URL/v1?model=tiny", "http://127.0.0.1:1", replay: folder);
            var again = await replay.Policy!.ProposeAsync(Request(1), default);
            Assert.Equal(first.Select(c => (c.Text, c.MeanLogProb)), again.Select(c => (c.Text, c.MeanLogProb)));
            Assert.Contains("no recorded answer", (await Assert.ThrowsAsync<ModelException>(() => replay.Policy.ProposeAsync(Request(2), default))).Message, StringComparison.Ordinal);
            Assert.All(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), path => Assert.DoesNotContain(ServedTiny.Key, File.ReadAllText(path), StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StepRequest Request(int n) => new()
    {
        TreeId = $"tree-{n}",
        Problem = ServedTiny.Problem,
        Path = [],
        Seeds = [.. Enumerable.Range(0, 4).Select(i => new Seed(9).Derive("p", SeedPurpose.Step, (100 * n) + i))],
        Sampling = new SamplingOptions(),
        MaxTokens = 24,
    };
}
