using SynthFarm.Core.Search;
using SynthFarm.Core.Search.MctsG;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class MctsGSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new MctsGSearch(new MctsGOptions { PreExpansion = 6, Branch = 3, Rollouts = 2 });
}
