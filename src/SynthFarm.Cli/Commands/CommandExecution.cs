using System.CommandLine;
using System.Text;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands;

/// <summary>Runs a command's work: opens the streams, listens for signals, and turns every exception into one line and an exit code.</summary>
internal static class CommandExecution
{
    // A live panel hides the cursor; leaving at once must not.
    private const string ShowCursor = "\u001b[?25h\n";

    public static void Execute(this Command command, Func<ParseResult, CommandContext, Task<int>> work) =>
        command.SetAction(async (parse, _) => await RunAsync(parse, work).ConfigureAwait(false));

    public static void Execute(this Command command, Func<ParseResult, CommandContext, int> work) =>
        command.Execute((parse, context) => Task.FromResult(work(parse, context)));

    private static async Task<int> RunAsync(ParseResult parse, Func<ParseResult, CommandContext, Task<int>> work)
    {
        await using var output = Open(Console.OpenStandardOutput(), autoFlush: false);
        await using var error = Open(Console.OpenStandardError(), autoFlush: true);
        await using var shared = TextWriter.Synchronized(error);
        CommandContext? context = null;
        using var interruption = new Interruption(isLast => OnInterruption(context, isLast));
        context = new CommandContext
        {
            Out = output,
            Error = shared,
            Interrupted = interruption.Token,
            Live = TerminalMode.IsLive(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
            Verbose = parse.GetValue(CommonOptions.Verbose),
        };
        try
        {
            return await work(parse, context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await output.FlushAsync().ConfigureAwait(false);
            return ErrorReport.Write(context, exception);
        }
    }

    private static void OnInterruption(CommandContext? context, bool isLast)
    {
        if (isLast && context is { Live: true })
        {
            context.Error.Write(ShowCursor);
        }
        else if (!isLast && context is { ShowsInterruption: false })
        {
            context.Note("Stopping: finishing what is in flight. Ctrl+C again quits at once.");
        }
    }

    private static StreamWriter Open(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
}
