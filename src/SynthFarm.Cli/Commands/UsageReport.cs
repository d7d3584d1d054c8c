using System.CommandLine;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands;

/// <summary>Prints what is wrong with a command line.</summary>
internal static class UsageReport
{
    public static void Write(ParseResult parse, TextWriter error)
    {
        // A missing subcommand is reported last: an unknown one is why it is missing.
        foreach (var message in parse.Errors.Select(fault => fault.Message).Distinct())
        {
            error.WriteLine($"synthfarm: {TerminalText.Line(message)}");
        }

        error.WriteLine($"See '{Path(parse)} --help'.");
    }

    private static string Path(ParseResult parse)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = parse.CommandResult; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult command)
            {
                names.Insert(0, command.Command.Name);
            }
        }

        return string.Join(' ', names);
    }
}
