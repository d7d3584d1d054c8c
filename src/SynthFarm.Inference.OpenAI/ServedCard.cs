using System.Text.Json.Nodes;
using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI;

/// <summary>What a server says of its model.</summary>
/// <param name="Identity">Name and weights: NAME@REVISION, or NAME@served where nobody says which weights.</param>
/// <param name="Weights">The hash of the weights that the server tells; <c>served</c> where it tells none.</param>
/// <param name="Context">Most tokens of prompt and answer together; null where it does not say.</param>
internal sealed record ServedCard(string Identity, string Weights, int? Context)
{
    /// <summary>For people.</summary>
    public override string ToString() => Context is { } tokens ? $"{Identity} with a context of {tokens} tokens" : Identity;

    /// <summary>The request that is answered with cards.</summary>
    public static ServedCall Call(ServedAddress address) => new("/models", null)
    {
        Affinity = address.Model,
        Check = answer => answer["data"]!.AsArray().All(item => item!["id"]!.GetValue<string>().Length > 0),
    };

    /// <param name="address">The model.</param>
    /// <param name="answer">The answer to <see cref="Call"/>.</param>
    /// <param name="server">Who gave it, for the message.</param>
    /// <exception cref="ModelException">The model is not among those listed.</exception>
    public static ServedCard Read(ServedAddress address, JsonObject answer, string server)
    {
        var list = answer["data"]!.AsArray();
        var names = list.Select(item => item!["id"]!.GetValue<string>()).ToList();
        if (names.IndexOf(address.Model) is var at && at < 0)
        {
            throw new ModelException($"{server} has no model \"{address.Model}\"; it lists {string.Join(", ", names.Take(10))}.");
        }

        var item = list[at]!;
        var root = item["root"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        var weights = root.LastIndexOf('@') is var mark and > 0 && root[(mark + 1)..] is { Length: >= 8 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : "served";
        return new ServedCard($"{address.Model}@{address.Revision ?? weights}", weights, item["max_model_len"] is JsonValue length && length.TryGetValue<int>(out var context) ? context : null);
    }
}
