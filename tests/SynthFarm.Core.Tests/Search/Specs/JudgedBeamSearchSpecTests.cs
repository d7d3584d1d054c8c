using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Beam;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class JudgedBeamSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() =>
        new BeamSearch(new BeamSearchOptions { Width = 4, SamplesPerStep = 4, Keep = BeamKeep.JudgedCorrect, CorrectThreshold = 0.1 });
}
