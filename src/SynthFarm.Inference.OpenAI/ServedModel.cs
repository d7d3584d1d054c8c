using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.Inference.OpenAI.Policies;
using SynthFarm.Inference.OpenAI.Prompts;
using SynthFarm.Inference.OpenAI.Rewards;

namespace SynthFarm.Inference.OpenAI;

/// <summary>A model behind HTTP: one of the two roles, its servers, and what they were asked.</summary>
public sealed class ServedModel : IDisposable
{
    private readonly ServedClient? _client;

    private ServedModel(ServedClient? client) => _client = client;

    /// <summary>The policy; null where the address is a reward model's.</summary>
    public IPolicyModel? Policy { get; private init; }

    /// <summary>The reward model or judge; null where the address is a policy's.</summary>
    public IProcessRewardModel? Reward { get; private init; }

    /// <summary>What keeps the servers from answering, one line each; empty while all is well.</summary>
    public IReadOnlyList<string> Troubles => _client?.Troubles ?? [];

    /// <summary>What the servers were asked; nothing in a replay.</summary>
    public ServedUse Use => _client?.Meter.Use ?? new ServedUse(0, 0, 0, 0);

    /// <summary>Finds out which weights the servers have and how much fits their context, from <c>/v1/models</c>.</summary>
    /// <exception cref="ModelException">No server answers, the key is refused, or the prompt file is faulty.</exception>
    public static async Task<ServedModel> OpenAsync(ServedAddress address, ServedOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        var prompt = PromptFile.Load(address.Prompt, address.Kind);
        var client = options.Replay is null ? new ServedClient(address, options.Key, options.Time) : null;
        try
        {
            IExchange exchange = options.Replay is { } replayed ? new RecordedExchange(replayed, null)
                : options.Record is { } folder ? new RecordedExchange(folder, client)
                : client!;
            var card = await CardAsync(address, exchange, cancellationToken).ConfigureAwait(false);
            return address.Kind switch
            {
                ServedKind.Policy => new ServedModel(client) { Policy = new ServedPolicyModel(address, prompt, card, exchange) },
                ServedKind.Reward => new ServedModel(client) { Reward = new ServedRewardModel(address, card, exchange) },
                _ => new ServedModel(client) { Reward = new ServedJudge(address, prompt, card, exchange) },
            };
        }
        catch
        {
            client?.Dispose();
            throw;
        }
    }

    public void Dispose() => _client?.Dispose();

    private static async Task<ServedCard> CardAsync(ServedAddress address, IExchange exchange, CancellationToken cancellationToken)
    {
        var call = new ServedCall("/models", null) { IsImpatient = true, Affinity = address.Model, Check = answer => answer["data"]!.AsArray().All(item => item!["id"]!.GetValue<string>().Length > 0) };
        var answer = await exchange.AskAsync(call, cancellationToken).ConfigureAwait(false);
        return ServedCard.Read(address, answer["data"]!.AsArray());
    }
}
