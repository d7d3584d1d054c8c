using System.Text.Json.Nodes;
using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;

namespace SynthFarm.Inference.OpenAI;

/// <summary>What a server says of its model.</summary>
/// <param name="Identity">Name and weights: NAME@REVISION, or NAME@served where nobody says which weights.</param>
/// <param name="Context">Most tokens of prompt and answer together; null where it does not say.</param>
internal sealed record ServedCard(string Identity, int? Context)
{
    /// <exception cref="ModelException">The model is not among those listed.</exception>
    public static ServedCard Read(ServedAddress address, JsonArray list)
    {
        var names = list.Select(item => item!["id"]!.GetValue<string>()).ToList();
        if (names.IndexOf(address.Model) is var at && at < 0)
        {
            throw new ModelException($"{address.Endpoints[0].Url} has no model \"{address.Model}\"; it lists {string.Join(", ", names.Take(10))}.");
        }

        var item = list[at]!;
        var root = item["root"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        var weights = root.LastIndexOf('@') is var mark and > 0 && root[(mark + 1)..] is { Length: >= 8 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : "served";
        return new ServedCard($"{address.Model}@{address.Revision ?? weights}", item["max_model_len"] is JsonValue length && length.TryGetValue<int>(out var context) ? context : null);
    }
}
