using System.Text.Json;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>One line to be verified: a gold answer, an answer or a whole response, and what is known about the problem.</summary>
internal sealed record VerifyPair(string Gold, string Answer, string? Problem, string? Kind, JsonElement? Meta)
{
    /// <summary>The line's fields in order with their values as written, so that a line can be given back unchanged.</summary>
    public required IReadOnlyList<(string Name, byte[] Value)> Fields { get; init; }
}
