using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Pipeline;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary><c>synthfarm run</c>: grows a tree for every problem of a file and keeps what comes of it.</summary>
internal sealed class RunCommand : Command
{
    private readonly Option<string?> _problems = CommonOptions.Text("--problems", "The problem set: JSON lines.", "FILE", required: true);
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The run directory; an existing run of the same configuration goes on.", "DIR", required: true);
    private readonly RunOptions _options = new();
    private readonly Option<bool> _preview = new("--preview") { Description = "Show the first problem's prompt as the policy is sent it, and end." };
    private readonly Option<string> _output = CommonOptions.Output();

    public RunCommand()
        : base("run", "Turn a problem set into verified trees. Ends with 3 when some problems failed with an error.")
    {
        Add(_problems);
        Add(_out);
        _options.AddTo(this);
        Add(_preview);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var directory = parse.GetRequiredValue(_out)!;
        var request = new RunRequest { Directory = directory, Spec = _options.Read(parse), ProblemsPath = parse.GetRequiredValue(_problems) };
        if (parse.GetValue(_preview))
        {
            await new RunSession(context).PreviewAsync(request).ConfigureAwait(false);
            return ExitCodes.Done;
        }

        var report = await new RunSession(context).RunAsync(request).ConfigureAwait(false);
        RunSummary.Write(context, directory, report, parse.GetValue(_output) == "json");
        return RunSession.ExitCode(report);
    }
}
