using System.Text.Json.Nodes;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI.Tests.Support;

/// <summary>A test double that answers as a function says and remembers what it was asked.</summary>
internal sealed class ExchangeDouble(Func<ServedCall, JsonObject> answer) : IExchange
{
    public List<ServedCall> Calls { get; } = [];

    public Task<JsonObject> AskAsync(ServedCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Calls)
        {
            Calls.Add(call);
        }

        return Task.FromResult(answer(call));
    }
}
