using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.OpenAI.Tests.Support;
using SynthFarm.Inference.Server;
using SynthFarm.TestKit.Models.Served;
using Shelved = SynthFarm.Inference.Server.Models.ServedModel;

namespace SynthFarm.Inference.OpenAI.Tests.Exchanges;

public sealed class RecordingTests(ServedTiny tiny) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recorded-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Policy_and_reward_of_two_servers_share_a_folder()
    {
        await using var writes = await StartAsync(new Shelved("tiny", tiny.Policy));
        await using var scores = await StartAsync(new Shelved("tiny-prm", tiny.Reward));
        var expected = await ScoreAsync(writes.Urls[0], scores.Urls[0], record: _folder);
        Assert.Equal(expected, await ScoreAsync("http://127.0.0.1:1", "http://127.0.0.1:1", replay: _folder));
    }

    [Fact]
    public async Task A_folder_of_other_weights_is_refused()
    {
        (await tiny.OpenAsync("openai:URL/v1?model=tiny", record: _folder)).Dispose();
        (await tiny.OpenAsync("openai:URL/v1?model=tiny", record: _folder)).Dispose();
        await using var other = new FixedServerDouble((_, _) => (200, FixedServerDouble.Models("tiny", "tiny@0123456789ab")));
        var fault = await Assert.ThrowsAsync<ModelException>(() => tiny.OpenAsync("openai:URL/v1?model=tiny", other.Url, record: _folder));
        Assert.Contains($"{tiny.Policy.Identity} with a context of 1024 tokens, and {other.Url} has tiny@0123456789ab", fault.Message, StringComparison.Ordinal);
    }

    private static Task<EngineServer> StartAsync(Shelved model) => EngineServer.StartAsync([model], new EngineServerOptions { ApiKey = ServedTiny.Key, Urls = ["http://127.0.0.1:0"] });

    private async Task<IReadOnlyList<(string Text, float Score)>> ScoreAsync(string writer, string scorer, string? record = null, string? replay = null)
    {
        using var policy = await tiny.OpenAsync("openai:URL/v1?model=tiny", writer, record, replay);
        using var reward = await tiny.OpenAsync("prm:URL?model=tiny-prm&tokens=policy", scorer, record, replay);
        var request = new StepRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Seeds = [new Seed(1), new Seed(2)], Sampling = new SamplingOptions(), MaxTokens = 24 };
        var candidates = await policy.Policy!.ProposeAsync(request, TestContext.Current.CancellationToken);
        var rewards = await reward.Reward!.ScoreAsync(new RewardRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Candidates = candidates }, TestContext.Current.CancellationToken);
        return [.. candidates.Zip(rewards, (candidate, score) => (candidate.Text, score.Score))];
    }
}
