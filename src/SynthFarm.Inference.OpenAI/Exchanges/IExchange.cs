using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>Gets answers: from a server, or from where they were recorded.</summary>
internal interface IExchange
{
    /// <exception cref="Core.Models.ModelException">There is no answer and there will be none.</exception>
    Task<JsonObject> AskAsync(ServedCall call, CancellationToken cancellationToken);
}
