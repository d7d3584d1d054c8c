using System.CommandLine;
using SynthFarm.Cli.Commands.Problems.Formats;
using SynthFarm.Cli.Commands.Problems.Hygiene;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary><c>synthfarm problems</c>: makes, checks, cleans, imports and exports problem files.</summary>
internal sealed class ProblemsCommand : Command
{
    public ProblemsCommand()
        : base("problems", "Make, check, clean, import and export problem files.")
    {
        Add(new ProblemsGenerateCommand());
        Add(new ProblemsCheckCommand());
        Add(new ProblemsImportCommand());
        Add(new ProblemsExportCommand());
        Add(new ProblemsStatsCommand());
        Add(new ProblemsFilterCommand());
        Add(new ProblemsDedupCommand());
        Add(new ProblemsDecontaminateCommand());
        Add(new ProblemsAuditCommand());
        Add(new ProblemsLabelCommand());
    }
}
