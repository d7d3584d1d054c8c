using System.CommandLine;

namespace SynthFarm.Cli.Commands.Train;

/// <summary><c>synthfarm train</c>: trains models on the CPU.</summary>
internal sealed class TrainCommand : Command
{
    public TrainCommand()
        : base("train", "Train a policy or a process reward model on the CPU.")
    {
        Add(new TrainSftCommand());
        Add(new TrainPrmCommand());
        Add(new TrainRolloutsCommand());
    }
}
