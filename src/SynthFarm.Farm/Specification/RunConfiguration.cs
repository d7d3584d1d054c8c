using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthFarm.Core.LongThoughts;

namespace SynthFarm.Farm.Specification;

/// <summary>
/// What decides a run's output, and nothing else: search with the chosen search's options, budget, sampling, long-thought options, seed,
/// round, the models by the hash of their weights, the verifiers' and the derivation's versions. Not concurrency, paths or URLs.
/// </summary>
public sealed class RunConfiguration
{
    private RunConfiguration(string canonical)
    {
        Canonical = canonical;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    /// <summary>JSON with keys in ordinal order and no white space.</summary>
    public string Canonical { get; }

    /// <summary>64 hex digits of SHA-256 over <see cref="Canonical"/>; rows carry it as <c>config_hash</c>.</summary>
    public string Hash { get; }

    /// <summary>Collects what decides.</summary>
    /// <param name="policyIdentity">Name and hash of the policy's weights.</param>
    /// <param name="rewardIdentity">Name and hash of the reward model's weights.</param>
    /// <param name="verifiers">The answer and step checkers' versions, e.g. <c>countdown/1</c>.</param>
    public static RunConfiguration Create(RunSpec spec, string policyIdentity, string rewardIdentity, IEnumerable<string> verifiers)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentException.ThrowIfNullOrEmpty(policyIdentity);
        ArgumentException.ThrowIfNullOrEmpty(rewardIdentity);
        var search = JsonSerializer.SerializeToNode(spec.Search, SpecJson.Compact)!.AsObject();
        var chosen = string.Concat(spec.Search.Name.Split('-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
        foreach (var other in search.Select(pair => pair.Key).Where(key => key != "name" && key != chosen).ToList())
        {
            search.Remove(other);
        }

        return FromNode(new JsonObject
        {
            ["budget"] = JsonSerializer.SerializeToNode(spec.Budget, SpecJson.Compact),
            ["derivation"] = LongThoughtDeriver.Version,
            ["longThoughts"] = JsonSerializer.SerializeToNode(spec.LongThoughts, SpecJson.Compact),
            ["policy"] = policyIdentity,
            ["reward"] = rewardIdentity,
            ["round"] = spec.Round,
            ["sampling"] = JsonSerializer.SerializeToNode(spec.Sampling, SpecJson.Compact),
            ["search"] = search,
            ["seed"] = spec.Seed,
            ["verifiers"] = new JsonArray([.. verifiers.Distinct().Order(StringComparer.Ordinal).Select(v => JsonValue.Create(v))]),
        });
    }

    /// <summary>Restores a configuration from JSON in any key order.</summary>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public static RunConfiguration Parse(string json) =>
        FromNode(JsonNode.Parse(json) as JsonObject ?? throw new JsonException("A configuration is a JSON object."));

    /// <summary>The keys whose values differ, e.g. <c>search.beam.width: 4 in the run, 8 asked for</c>; empty when the hashes are equal.</summary>
    /// <param name="other">What to compare with.</param>
    /// <param name="here">What this configuration is called.</param>
    /// <param name="there">What the other one is called.</param>
    public IReadOnlyList<string> DifferencesTo(RunConfiguration other, string here, string there)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, theirs) = (Leaves(Canonical), Leaves(other.Canonical));
        return mine.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal)
            .Where(key => mine.GetValueOrDefault(key) != theirs.GetValueOrDefault(key))
            .Select(key => $"{key}: {mine.GetValueOrDefault(key, "nothing")} {here}, {theirs.GetValueOrDefault(key, "nothing")} {there}")
            .ToList();
    }

    private static RunConfiguration FromNode(JsonObject node) => new(Sorted(node)!.ToJsonString(SpecJson.Compact));

    private static JsonNode? Sorted(JsonNode? node) => node is JsonObject section
        ? new JsonObject(section.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value))))
        : node?.DeepClone();

    private static Dictionary<string, string> Leaves(string canonical)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(JsonNode.Parse(canonical), "");
        return leaves;

        void Collect(JsonNode? node, string path)
        {
            if (node is JsonObject section)
            {
                foreach (var (key, value) in section)
                {
                    Collect(value, path.Length == 0 ? key : $"{path}.{key}");
                }
            }
            else
            {
                leaves[path] = node?.ToJsonString(SpecJson.Compact) ?? "null";
            }
        }
    }
}
