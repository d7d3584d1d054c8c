using SynthFarm.Core.Configuration;

namespace SynthFarm.Core.Search.Mcts;

/// <summary>Options of <see cref="MctsSearch"/>. Defaults are ReST-MCTS*'s unless another source is named.</summary>
public sealed record MctsOptions
{
    /// <summary>How many steps are expanded. Default 50. 1 to 100000.</summary>
    public int Iterations { get; init; } = 50;

    /// <summary>How many continuations are drawn per expanded step. Default 3. 1 to 256.</summary>
    public int Branch { get; init; } = 3;

    /// <summary>How many first steps are drawn. Default 0, which means <see cref="Branch"/>. 0 to 4096.</summary>
    public int RootBranch { get; init; }

    /// <summary>How a child is chosen. Default <see cref="MctsSelection.Uct"/>.</summary>
    public MctsSelection Selection { get; init; }

    /// <summary>c of <see cref="MctsSelection.Uct"/>. Default 0.7. 0 to 100.</summary>
    public double Exploration { get; init; } = 0.7;

    /// <summary>What a child without visits gets instead of the exploration term. Default 1. 0 to 100.</summary>
    public double UnvisitedBonus { get; init; } = 1;

    /// <summary>base of <see cref="MctsSelection.Puct"/>. Default 19652 (AlphaZero, OpenR). 1 to 1e9.</summary>
    public double PuctBase { get; init; } = 19_652;

    /// <summary>init of <see cref="MctsSelection.Puct"/>. Default 1.25 (AlphaZero, OpenR). 0 to 100.</summary>
    public double PuctInit { get; init; } = 1.25;

    /// <summary>How values are carried up. Default <see cref="MctsBackup.Children"/>.</summary>
    public MctsBackup Backup { get; init; }

    /// <summary>What is drawn before a step is valued. Default <see cref="MctsRollout.Forward"/>.</summary>
    public MctsRollout Rollout { get; init; } = MctsRollout.Forward;

    /// <summary>Steps of <see cref="MctsRollout.Forward"/>. Default 3. 1 to 1000.</summary>
    public int RolloutSteps { get; init; } = 3;

    /// <summary>
    /// The rollout's part in the value of the step it began at: V becomes (1 - weight) V + weight x rollout. Default 0.5. 0 to 1.
    /// </summary>
    public double RolloutWeight { get; init; } = 0.5;

    /// <summary>What an end is worth. Default <see cref="LeafValue.Reward"/>.</summary>
    public LeafValue LeafValue { get; init; }

    /// <summary>The search ends with the first answer worth at least this. Default 0.9; 0 means it never does. 0 to 1.</summary>
    public double EndValue { get; init; } = 0.9;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        (string Name, double Value, double Min, double Max)[] bounds =
        [
            ("iterations", Iterations, 1, 100_000), ("branch", Branch, 1, 256), ("rootBranch", RootBranch, 0, 4096),
            ("exploration", Exploration, 0, 100), ("unvisitedBonus", UnvisitedBonus, 0, 100), ("puctBase", PuctBase, 1, 1e9), ("puctInit", PuctInit, 0, 100),
            ("rolloutSteps", RolloutSteps, 1, 1000), ("rolloutWeight", RolloutWeight, 0, 1), ("endValue", EndValue, 0, 1),
        ];
        return OptionBounds.Faults(path, bounds);
    }
}
