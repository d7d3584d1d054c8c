using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Mcts;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class PuctSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new MctsSearch(new MctsOptions
    {
        EndValue = 0,
        RootBranch = 5,
        Selection = MctsSelection.Puct,
        Backup = MctsBackup.Mean,
        Rollout = MctsRollout.ToEnd,
        LeafValue = LeafValue.Checker,
    });
}
