using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Beam;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class BeamSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new BeamSearch(new BeamSearchOptions { Width = 3, SamplesPerStep = 3 });
}
