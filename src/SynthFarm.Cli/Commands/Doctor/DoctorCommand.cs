using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands.Doctor;

/// <summary><c>synthfarm doctor</c>: whether a run would work on this machine, and with what.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Option<string> _policy = CommonOptions.Model("--policy", "The policy to try.");
    private readonly Option<string> _reward = CommonOptions.Model("--reward", "The process reward model to try.");
    private readonly Option<string> _output = CommonOptions.Output();

    public DoctorCommand()
        : base("doctor", "Check runtime, instruction sets, shipped models, disk and versions.")
    {
        Add(_policy);
        Add(_reward);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        List<Finding> findings =
        [
            .. VersionChecks.Run(AppContext.BaseDirectory),
            .. MachineChecks.Run(Environment.CurrentDirectory),
            .. await ModelChecks.RunAsync(parse.GetRequiredValue(_policy), parse.GetRequiredValue(_reward), context.Time, context.Interrupted).ConfigureAwait(false),
        ];
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(findings, CliJson.Options));
        }
        else
        {
            foreach (var finding in findings)
            {
                context.Out.WriteLine($"{CliJson.Name(finding.Status),-8} {finding.Check,-17} {TerminalText.Line(finding.Detail)}");
            }
        }

        return findings.Exists(finding => finding.Status == FindingStatus.Fault) ? ExitCodes.Failed : ExitCodes.Done;
    }
}
