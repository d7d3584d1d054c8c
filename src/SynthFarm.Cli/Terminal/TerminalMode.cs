namespace SynthFarm.Cli.Terminal;

/// <summary>Decides whether standard error may be redrawn and coloured.</summary>
internal static class TerminalMode
{
    /// <summary>
    /// True on a terminal, unless <c>NO_COLOR</c> or <c>CI</c> is set to anything but an empty text, or <c>TERM</c> is <c>dumb</c>.
    /// </summary>
    /// <param name="isTerminal">Whether standard error is a terminal.</param>
    /// <param name="environment">Reads an environment variable; null or empty means not set.</param>
    public static bool IsLive(bool isTerminal, Func<string, string?> environment) =>
        isTerminal
        && string.IsNullOrEmpty(environment("NO_COLOR"))
        && string.IsNullOrEmpty(environment("CI"))
        && environment("TERM") is not "dumb";
}
