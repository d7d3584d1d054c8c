using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;
using SynthFarm.Corpus;
using SynthFarm.Farm.Journal;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;

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
            SpecException or ProblemFileException or RunDirectoryException => ExitCodes.Usage,
            OperationCanceledException when context.Interrupted.IsCancellationRequested => ExitCodes.Interrupted,
            _ => ExitCodes.Failed,
        };
        context.Error.WriteLine("synthfarm: " + exception switch
        {
            OperationCanceledException when exitCode == ExitCodes.Interrupted => "interrupted.",
            _ when IsExpected(exception) => TerminalText.Block(exception.Message),
            _ => $"unexpected error: {exception.GetType().Name}: {TerminalText.Block(exception.Message)} (--verbose shows where)",
        });
        if (context.Verbose)
        {
            context.Error.WriteLine(TerminalText.Block(exception.ToString()));
        }

        return exitCode;
    }

    private static bool IsExpected(Exception exception) => exception is
        CliException or SpecException or ProblemFileException or RunDirectoryException or JournalException or CorpusException
        or ModelException or IOException or InvalidDataException or UnauthorizedAccessException;
}
