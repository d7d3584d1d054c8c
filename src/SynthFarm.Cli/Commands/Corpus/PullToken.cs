using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>The token a server wants. It comes from a file or the environment, never from the command line, which others can read.</summary>
internal static class PullToken
{
    public const string Variable = "SYNTHFARM_TOKEN";

    private const int MaxBytes = 16 << 10;

    /// <returns>Null when there is none.</returns>
    /// <exception cref="CliException">The file cannot be read or holds no token; the message does not show what it holds.</exception>
    public static string? Read(string? file, string source, CommandContext context)
    {
        var token = file is null ? Environment.GetEnvironmentVariable(Variable) : ReadFile(file);
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        if (token.Any(c => c is <= ' ' or > '~'))
        {
            throw CliException.Usage($"{file ?? Variable}: holds no token; one word of printable ASCII characters is allowed.");
        }

        if (Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme == "http" && !url.IsLoopback)
        {
            context.Note($"The token goes to {TerminalText.Line(url.Host)} unencrypted; https would protect it.");
        }

        return token;
    }

    private static string ReadFile(string file)
    {
        try
        {
            return new FileInfo(file).Length is > 0 and <= MaxBytes && File.ReadAllText(file).Trim() is { Length: > 0 } token
                ? token
                : throw CliException.Usage($"{file}: holds no token.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"{file}: {e.Message}", e);
        }
    }
}
