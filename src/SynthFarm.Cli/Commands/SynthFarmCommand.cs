using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SynthFarm.Cli.Commands.Corpus;
using SynthFarm.Cli.Commands.Demo;
using SynthFarm.Cli.Commands.Doctor;
using SynthFarm.Cli.Commands.Engine;
using SynthFarm.Cli.Commands.Evaluate;
using SynthFarm.Cli.Commands.Problems;
using SynthFarm.Cli.Commands.Runs;
using SynthFarm.Cli.Commands.Train;
using SynthFarm.Cli.Commands.Trees;
using SynthFarm.Cli.Commands.Verify;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands;

/// <summary>The <c>synthfarm</c> command: the tree of its subcommands, parsing, help.</summary>
internal static class SynthFarmCommand
{
    private const int MaxHelpWidth = 110;

    /// <summary>Parses and runs a command line.</summary>
    /// <returns>The exit code; see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // Arguments are data: "@name" is an answer or a path, never a file of further arguments.
        var parse = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parse.Action is ParseErrorAction)
        {
            UsageReport.Write(parse, Console.Error);
            return ExitCodes.Usage;
        }

        // Signals and exceptions are handled by CommandExecution.
        return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
            .ConfigureAwait(false);
    }

    /// <summary>The whole command.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Turns problem sets into corpora of verified long thoughts.")
        {
            new DemoCommand(),
            new RunCommand(),
            new ResumeCommand(),
            new StatusCommand(),
            new TreeCommand(),
            new CorpusCommand(),
            new ProblemsCommand(),
            new VerifyCommand(),
            new TrainCommand(),
            new EvaluateCommand(),
            new EngineCommand(),
            new DoctorCommand(),
            CommonOptions.Verbose,
        };
        root.HelpName = "synthfarm";
        root.Options.OfType<HelpOption>().Select(option => option.Action).OfType<HelpAction>().Single().MaxWidth = MaxHelpWidth;
        return root;
    }
}
