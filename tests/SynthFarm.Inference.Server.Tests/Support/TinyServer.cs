using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Models;
using SynthFarm.TinyModels;

[assembly: AssemblyFixture(typeof(SynthFarm.Inference.Server.Tests.Support.TinyServer))]

namespace SynthFarm.Inference.Server.Tests.Support;

/// <summary>
/// A server for all tests, with the shipped policy as <c>tiny</c>, the shipped reward model as <c>tiny-prm</c>, and the policy once more as <c>tagger</c>,
/// asked as Math-Shepherd is.
/// </summary>
public sealed class TinyServer : IAsyncLifetime
{
    public const string Key = "key-of-the-tests";

    /// <summary>A prompt the policy was trained on.</summary>
    public const string Statement = "Using the numbers 25, 14, 7, 32, each at most once, and the operations + - * /, make 13.";

    public EngineModel Policy { get; } = EngineModel.Load(TinyModelFiles.Policy, name: "tiny");

    public EngineModel Reward { get; } = EngineModel.Load(TinyModelFiles.Reward, name: "tiny-prm");

    public EngineServer Server { get; private set; } = null!;

    public ServerClient Client { get; private set; } = null!;

    public IReadOnlyList<ServedModel> Models => [new("tiny", Policy), new("tiny-prm", Reward), new("tagger", Policy) { Dialect = RewardDialect.MathShepherd }];

    public async ValueTask InitializeAsync()
    {
        Server = await StartAsync(new EngineServerOptions { ApiKey = Key, MaxChoices = 64, MaxBodyBytes = 64 << 10 });
        Client = new ServerClient(Server.Urls[0], Key);
    }

    /// <summary>One more server with the same models on a free port.</summary>
    public Task<EngineServer> StartAsync(EngineServerOptions options) => EngineServer.StartAsync(Models, options with { Urls = ["http://127.0.0.1:0"] });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Policy.Dispose();
        Reward.Dispose();
    }
}
