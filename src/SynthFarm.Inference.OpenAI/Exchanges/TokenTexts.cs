using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SynthFarm.Core.Models;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>Asks a server for the tokens of texts and remembers the latest. Thread-safe.</summary>
/// <param name="model">The model's name.</param>
/// <param name="begins">Whether the tokens that begin a document come first, where the model has such; a template brings its own.</param>
/// <param name="exchange">Who is asked.</param>
internal sealed class TokenTexts(string model, bool begins, IExchange exchange)
{
    private const int Kept = 4096;

    private readonly ConcurrentDictionary<string, int[]> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <exception cref="ModelException">The server gives no tokens.</exception>
    public async Task<int[]> OfAsync(string text, string affinity, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var body = new JsonObject { ["model"] = model, ["prompt"] = text, ["add_special_tokens"] = begins };
        var answer = await exchange.AskAsync(new ServedCall("/tokenize", body) { IsVersioned = false, Affinity = affinity, Check = answer => Read(answer).Length > 0 }, cancellationToken).ConfigureAwait(false);
        if (answer[ServedCall.TooLong] is not null)
        {
            throw new ModelException($"{model}: the problem is longer than the model's context.");
        }

        var tokens = Read(answer);
        if (_known.TryAdd(text, tokens))
        {
            _order.Enqueue(text);
            if (_order.Count > Kept && _order.TryDequeue(out var oldest))
            {
                _known.TryRemove(oldest, out _);
            }
        }

        return tokens;
    }

    private static int[] Read(JsonObject answer) => [.. answer["tokens"]!.AsArray().Select(token => token!.GetValue<int>())];
}
