using System.CommandLine;
using System.CommandLine.Parsing;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands;

/// <summary>Prints what is wrong with a command line, the first cause first.</summary>
internal static class UsageReport
{
    public static void Write(ParseResult parse, TextWriter error)
    {
        var command = parse.CommandResult.Command;
        var path = Path(parse.CommandResult);
        if (command.Subcommands.Count > 0)
        {
            var allowed = string.Join(", ", command.Subcommands.Select(sub => sub.Name));
            error.WriteLine(parse.UnmatchedTokens.Count > 0
                ? $"synthfarm: '{path}' has no command '{TerminalText.Line(parse.UnmatchedTokens[0])}'; its commands are {allowed}."
                : $"synthfarm: '{path}' needs a command: {allowed}.");
        }
        else
        {
            foreach (var message in parse.Errors.Select(fault => fault.Message).Distinct())
            {
                error.WriteLine($"synthfarm: {TerminalText.Line(message)}");
            }
        }

        error.WriteLine($"See '{path} --help'.");
    }

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "synthfarm";
}
