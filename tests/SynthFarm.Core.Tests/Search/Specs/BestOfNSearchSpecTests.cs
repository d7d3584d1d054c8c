using SynthFarm.Core.Search;
using SynthFarm.Core.Search.BestOfN;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class BestOfNSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new BestOfNSearch(new BestOfNOptions { Samples = 12 });
}
