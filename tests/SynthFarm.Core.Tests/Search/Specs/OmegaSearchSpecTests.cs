using SynthFarm.Core.Models;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Omega;
using SynthFarm.TestKit.Models;
using SynthFarm.TestKit.Search;

namespace SynthFarm.Core.Tests.Search.Specs;

public sealed class OmegaSearchSpecTests : TreeSearchSpec
{
    protected override ITreeSearch Create() => new OmegaSearch(new OmegaOptions { Rollouts = 4 });

    /// <summary>Wanders long enough that errors have a place, and is right often enough that the pool has something in it.</summary>
    protected override IPolicyModel Policy => ScriptedPolicyModel.Wandering(skill: 0.5, minDepth: 4);
}
