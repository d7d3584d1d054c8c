using System.CommandLine;

namespace SynthFarm.Cli.Commands.Engine;

/// <summary><c>synthfarm engine</c>: the embedded engine on its own.</summary>
internal sealed class EngineCommand : Command
{
    public EngineCommand()
        : base("engine", "Use the embedded engine on its own.")
    {
        Add(new EngineServeCommand());
    }
}
