using System.CommandLine;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary><c>synthfarm problems</c>: makes and checks problem files.</summary>
internal sealed class ProblemsCommand : Command
{
    public ProblemsCommand()
        : base("problems", "Make and check problem files.")
    {
        Add(new ProblemsGenerateCommand());
        Add(new ProblemsCheckCommand());
    }
}
