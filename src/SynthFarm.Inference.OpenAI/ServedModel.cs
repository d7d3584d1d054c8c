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
    /// <exception cref="ModelException">
    /// No server answers, one refuses the key, servers have other weights than each other or than the recording, or the prompt file is faulty.
    /// </exception>
    public static async Task<ServedModel> OpenAsync(ServedAddress address, ServedOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        var prompt = PromptFile.Load(address.Prompt, address.Kind);
        var client = options.Replay is null ? new ServedClient(address, options.Key, options.Time) : null;
        try
        {
            var recorded = (options.Replay ?? options.Record) is { } folder ? new RecordedExchange(folder, client) : null;
            IExchange exchange = recorded is null ? client! : recorded;
            var card = client is null
                ? ServedCard.Read(address, await exchange.AskAsync(ServedCard.Call(address), cancellationToken).ConfigureAwait(false), options.Replay!)
                : await CardAsync(address, client, recorded, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Asks every server, and looks whether they and the recording tell of one model.</summary>
    private static async Task<ServedCard> CardAsync(ServedAddress address, ServedClient client, RecordedExchange? recorded, CancellationToken cancellationToken)
    {
        var call = ServedCard.Call(address);
        var told = (await client.AskEachAsync(call, cancellationToken).ConfigureAwait(false))
            .Select(one => (one.Server, one.Answer, Card: ServedCard.Read(address, one.Answer, one.Server)))
            .OrderBy(one => one.Card.Context ?? int.MaxValue).ToList();
        var (server, answer, card) = told[0];
        if (told.FindIndex(one => one.Card.Weights != card.Weights) is > 0 and var other)
        {
            throw new ModelException($"{address.Model} has other weights at each server: {card.Weights} at {server}, {told[other].Card.Weights} at {told[other].Server}.");
        }

        return recorded is null || ServedCard.Read(address, recorded.Keep(call, answer), "The recording") is var kept && kept == card
            ? card
            : throw new ModelException($"{address.Model}: the answers recorded are those of {kept}, and {server} has {card}; record into another folder.");
    }
}
