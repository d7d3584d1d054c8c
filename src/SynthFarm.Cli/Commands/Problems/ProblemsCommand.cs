using System.CommandLine;
using SynthFarm.Cli.Commands.Problems.Formats;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary><c>synthfarm problems</c>: makes, checks, imports and exports problem files.</summary>
internal sealed class ProblemsCommand : Command
{
    public ProblemsCommand()
        : base("problems", "Make, check, import and export problem files.")
    {
        Add(new ProblemsGenerateCommand());
        Add(new ProblemsCheckCommand());
        Add(new ProblemsImportCommand());
        Add(new ProblemsExportCommand());
    }
}
