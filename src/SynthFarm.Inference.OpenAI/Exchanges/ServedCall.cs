using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>A request, whichever server answers it.</summary>
/// <param name="Route">The route, e.g. <c>/completions</c>.</param>
/// <param name="Body">What is sent; null for a GET. Without what only says how the answer comes.</param>
internal sealed record ServedCall(string Route, JsonObject? Body)
{
    /// <summary>The field of the answer to a request that does not fit the model's context.</summary>
    public const string TooLong = "too_long";

    /// <summary>What keeps a tree's requests together.</summary>
    public string Affinity { get; init; } = "";

    /// <summary>Whether the route belongs to the OpenAI interface rather than to the server's root.</summary>
    public bool IsVersioned { get; init; } = true;

    /// <summary>The choices of a completion that is to come as a stream; 0 for an answer in one piece.</summary>
    public int Choices { get; init; }

    /// <summary>Where a choice is cut off by the client; null where the server does it.</summary>
    public string? CutAfter { get; init; }

    /// <summary>Looks whether an answer in one piece is one; says no, or throws, where it is not.</summary>
    public Func<JsonObject, bool>? Check { get; init; }

    /// <summary>SHA-256 over everything that decides the answer; no address and no key. Without a body <see cref="Affinity"/> says whose answer it is.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Route}\n{CutAfter}\n{Body?.ToJsonString() ?? Affinity}")));
}
