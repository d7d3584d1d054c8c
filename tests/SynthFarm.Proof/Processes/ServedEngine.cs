using System.Net;
using System.Net.Sockets;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Processes;

/// <summary>A started <c>synthfarm engine serve</c> with the shipped models.</summary>
internal sealed class ServedEngine : IDisposable
{
    private readonly RunningCommand _command;

    private ServedEngine(RunningCommand command, string url)
    {
        _command = command;
        Url = url;
    }

    public string Url { get; }

    /// <exception cref="ProofException">It did not start.</exception>
    public static async Task<ServedEngine> StartAsync(SynthFarmProgram program)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var command = program.Start(["engine", "serve", "--model", "tiny", "--reward", "tiny", "--urls", url]);
        return await command.FirstErrorLineAsync().ConfigureAwait(false) is { } line && line.StartsWith("Serving", StringComparison.Ordinal)
            ? new ServedEngine(command, url)
            : throw new ProofException("engine serve did not start.");
    }

    /// <summary>The address of the policy, and of the reward model, which reads the policy's tokens.</summary>
    /// <param name="url">The server, or one that stands before it.</param>
    /// <param name="options">Further options, each with an ampersand before it.</param>
    public static (string Policy, string Reward) Addresses(string url, string options = "") =>
        ($"openai:{url}/v1?model=tiny{options}", $"prm:{url}?model=tiny-prm&tokens=policy{options}");

    public void Dispose() => _command.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
