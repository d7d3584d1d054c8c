using System.CommandLine;

namespace SynthFarm.Cli.Commands.Trees;

/// <summary><c>synthfarm tree</c>: looks at reasoning trees.</summary>
internal sealed class TreeCommand : Command
{
    public TreeCommand()
        : base("tree", "Look at reasoning trees.")
    {
        Add(new TreeShowCommand());
    }
}
