namespace SynthFarm.Cli.Commands.Runs;

/// <summary>The command that goes on with a run.</summary>
internal static class ResumeHint
{
    /// <summary><c>synthfarm resume DIR</c>, quoted for a POSIX shell where needed.</summary>
    public static string For(string directory) => $"synthfarm resume {Quote(directory)}";

    private static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or ':' or '\\')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
