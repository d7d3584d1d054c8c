using SynthFarm.Core.Problems;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.Server;
using SynthFarm.TinyModels;
using Shelved = SynthFarm.Inference.Server.Models.ServedModel;

[assembly: AssemblyFixture(typeof(SynthFarm.Inference.OpenAI.Tests.Support.ServedTiny))]

namespace SynthFarm.Inference.OpenAI.Tests.Support;

/// <summary>The shipped models, embedded and behind a server with a key: <c>tiny</c>, <c>tiny-prm</c>, and the policy once more as <c>tagger</c>, asked as Math-Shepherd is.</summary>
public sealed class ServedTiny : IAsyncLifetime
{
    public const string Key = "key-of-the-tests";

    public static Problem Problem { get; } = Problem.Create(new ProblemFields
    {
        Statement = "Using the numbers 25, 14, 7, 32, each at most once, and the operations + - * /, make 13.",
        Answer = "13",
        Kind = "countdown",
        Meta = System.Text.Json.JsonDocument.Parse("""{"numbers":[25,14,7,32],"target":13}""").RootElement,
    });

    public EngineModel Policy { get; } = EngineModel.Load(TinyModelFiles.Policy, name: "tiny");

    public EngineModel Reward { get; } = EngineModel.Load(TinyModelFiles.Reward, name: "tiny-prm");

    public EngineServer Server { get; private set; } = null!;

    public Uri Url => new(Server.Urls[0]);

    public async ValueTask InitializeAsync() => Server = await EngineServer.StartAsync(
        [new Shelved("tiny", Policy), new Shelved("tiny-prm", Reward), new Shelved("tagger", Policy) { Dialect = RewardDialect.MathShepherd }],
        new EngineServerOptions { ApiKey = Key, Urls = ["http://127.0.0.1:0"] });

    public Task<OpenAI.ServedModel> OpenAsync(string address, string? url = null, string? record = null, string? replay = null) => OpenAI.ServedModel.OpenAsync(
        ServedAddressParser.Parse(address.Replace("URL", url ?? Url.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal), "test"),
        new ServedOptions { Key = Key, Record = record, Replay = replay },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Policy.Dispose();
        Reward.Dispose();
    }
}
