using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Dvts;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class DvtsSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new DvtsSearch(new DvtsOptions { Subtrees = 3, SamplesPerStep = 3 });
}
