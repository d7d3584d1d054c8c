using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Mcts;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class MctsSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new MctsSearch(new MctsOptions { EndValue = 0 });
}
