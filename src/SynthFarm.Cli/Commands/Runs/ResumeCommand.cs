using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary><c>synthfarm resume</c>: goes on with a run from its directory alone.</summary>
internal sealed class ResumeCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("The run directory.");
    private readonly Option<int?> _concurrency = CommonOptions.Number("--concurrency", "Problems searched at once; does not change the output.", 1, 4096);
    private readonly Option<string> _output = CommonOptions.Output();

    public ResumeCommand()
        : base("resume", "Go on with an interrupted run.")
    {
        Add(_directory);
        Add(_concurrency);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var directory = parse.GetRequiredValue(_directory);
        var spec = (RunFile.TryLoad(directory) ?? throw CliException.Usage($"{directory} holds no run ({RunFile.FileName} not found).")).Spec;
        var request = new RunRequest { Directory = directory, Spec = spec with { Concurrency = parse.GetValue(_concurrency) ?? spec.Concurrency } };
        var report = await new RunSession(context).RunAsync(request).ConfigureAwait(false);
        RunSummary.Write(context, directory, report, parse.GetValue(_output) == "json");
        return RunSession.ExitCode(report);
    }
}
