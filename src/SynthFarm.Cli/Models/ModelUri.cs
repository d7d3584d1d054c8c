using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Chat;
using SynthFarm.Core.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.OpenAI.Addresses;

namespace SynthFarm.Cli.Models;

/// <summary>
/// The URI of a model that this build can load: <c>tiny</c>, which ships, or <c>file:DIR</c>, a Hugging Face folder, with
/// <c>?template=</c>, <c>dialect=</c> and <c>weights=f32|bf16</c> behind it, joined by <c>&amp;</c>.
/// </summary>
/// <param name="Folder">The folder; null for the shipped model.</param>
/// <param name="Template">The chat template a policy is asked by; null for none.</param>
/// <param name="Dialect">How a reward model is asked.</param>
/// <param name="Weights">How weights are kept; null for the engine's default.</param>
internal sealed record ModelUri(string? Folder, ChatTemplate? Template, RewardDialect Dialect, WeightType? Weights)
{
    /// <summary>The shipped model.</summary>
    public const string Tiny = "tiny";

    private const string FilePrefix = "file:";

    /// <param name="uri">The URI.</param>
    /// <param name="key">The specification's key, for the message.</param>
    /// <exception cref="ModelException">The URI is of another kind, or an option of it is not known.</exception>
    public static ModelUri Parse(string uri, string key)
    {
        if (uri == Tiny)
        {
            return new ModelUri(null, null, RewardDialect.Plain, null);
        }

        if (!uri.StartsWith(FilePrefix, StringComparison.Ordinal) || uri.Length == FilePrefix.Length)
        {
            throw new ModelException($"{key} is \"{TerminalText.Line(uri)}\"; this build has tiny, file:DIR and the addresses of served models (openai:, prm:, judge:openai:).");
        }

        var (folder, query) = Split(uri);
        var parsed = new ModelUri(folder, null, RewardDialect.Plain, null);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            parsed = parsed.With(option, key);
        }

        return parsed;
    }

    /// <summary>The URI with a relative folder made absolute, so that a run can be resumed from anywhere; others as they are.</summary>
    public static string Absolute(string uri)
    {
        if (ServedAddressParser.IsServed(uri))
        {
            return ServedAddressParser.Absolute(uri);
        }

        if (!uri.StartsWith(FilePrefix, StringComparison.Ordinal) || uri.Length == FilePrefix.Length)
        {
            return uri;
        }

        var (folder, query) = Split(uri);
        return FilePrefix + Path.GetFullPath(folder) + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>The folder and what stands behind the last question mark; a folder whose name has one is taken as it is.</summary>
    private static (string Folder, string Query) Split(string uri)
    {
        var path = uri[FilePrefix.Length..];
        var at = path.LastIndexOf('?');
        return at <= 0 || Directory.Exists(path) ? (path, "") : (path[..at], path[(at + 1)..]);
    }

    private ModelUri With(string option, string key)
    {
        var (name, value) = option.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (option[..at], option[(at + 1)..]) : (option, "");
        return name switch
        {
            "template" => this with { Template = ChatTemplate.Find(value) ?? throw Unknown(key, name, value, ChatTemplate.All.Select(t => t.Name)) },
            "dialect" => this with { Dialect = RewardDialect.Find(value) ?? throw Unknown(key, name, value, RewardDialect.All.Select(d => d.Name)) },
            "weights" when value is "f32" or "bf16" => this with { Weights = value == "f32" ? WeightType.F32 : WeightType.BF16 },
            "weights" => throw Unknown(key, name, value, ["f32", "bf16"]),
            _ => throw new ModelException($"{key} has the option \"{TerminalText.Line(name)}\"; known are template, dialect, weights."),
        };
    }

    private static ModelException Unknown(string key, string name, string value, IEnumerable<string> known)
        => new($"{key} has {name} \"{TerminalText.Line(value)}\"; known are {string.Join(", ", known)}.");
}
