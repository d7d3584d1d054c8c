using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;

namespace SynthFarm.Cli.Models;

/// <summary>The URIs of models that this build can load: <c>tiny</c>, which ships, and <c>file:DIR</c>, a Hugging Face folder.</summary>
internal static class ModelUri
{
    /// <summary>The shipped model.</summary>
    public const string Tiny = "tiny";

    private const string FilePrefix = "file:";

    /// <summary>The folder a URI names, or null for <see cref="Tiny"/>.</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="key">The specification's key, for the message.</param>
    /// <exception cref="ModelException">The URI is of another kind.</exception>
    public static string? FolderOf(string uri, string key) =>
        uri == Tiny ? null
        : uri.StartsWith(FilePrefix, StringComparison.Ordinal) && uri.Length > FilePrefix.Length ? uri[FilePrefix.Length..]
        : throw new ModelException($"{key} is \"{TerminalText.Line(uri)}\"; this build has tiny and file:DIR.");

    /// <summary>The URI with a relative folder made absolute, so that a run can be resumed from anywhere; others as they are.</summary>
    public static string Absolute(string uri) =>
        uri.StartsWith(FilePrefix, StringComparison.Ordinal) && uri.Length > FilePrefix.Length
            ? FilePrefix + Path.GetFullPath(uri[FilePrefix.Length..])
            : uri;
}
