namespace SynthFarm.Cli.Terminal;

/// <summary>An expected error: printed as its message alone, without a stack trace, and turned into an exit code.</summary>
internal sealed class CliException : Exception
{
    public CliException(int exitCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ExitCode = exitCode;
    }

    public int ExitCode { get; }

    /// <summary>Bad input or usage; the message says what, where, and what is allowed.</summary>
    public static CliException Usage(string message, Exception? inner = null) => new(ExitCodes.Usage, message, inner);

    /// <summary>The command could not do what it was asked to.</summary>
    public static CliException Failed(string message, Exception? inner = null) => new(ExitCodes.Failed, message, inner);
}
