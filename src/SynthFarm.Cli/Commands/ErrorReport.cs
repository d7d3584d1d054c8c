using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands;

/// <summary>Prints an exception for a person: one line for what is expected, a hint at <c>--verbose</c> for what is not.</summary>
internal static class ErrorReport
{
    /// <returns>The exit code.</returns>
    public static int Write(CommandContext context, Exception exception)
    {
        var exitCode = exception switch
        {
            CliException cli => cli.ExitCode,
            OperationCanceledException when context.Interrupted.IsCancellationRequested => ExitCodes.Interrupted,
            _ => ExitCodes.Failed,
        };
        context.Error.WriteLine("synthfarm: " + exception switch
        {
            OperationCanceledException when exitCode == ExitCodes.Interrupted => "interrupted.",
            CliException or IOException or InvalidDataException or UnauthorizedAccessException => TerminalText.Block(exception.Message),
            _ => $"unexpected error: {exception.GetType().Name}: {TerminalText.Block(exception.Message)} (--verbose shows where)",
        });
        if (context.Verbose)
        {
            context.Error.WriteLine(TerminalText.Block(exception.ToString()));
        }

        return exitCode;
    }
}
