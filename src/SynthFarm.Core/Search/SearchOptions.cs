using SynthFarm.Core.Search.Beam;
using SynthFarm.Core.Search.BestOfN;
using SynthFarm.Core.Search.Dvts;
using SynthFarm.Core.Search.Mcts;
using SynthFarm.Core.Search.MctsG;
using SynthFarm.Core.Search.Omega;

namespace SynthFarm.Core.Search;

/// <summary>Which search a run uses, and the options of each.</summary>
public sealed record SearchOptions
{
    /// <summary>Default <c>beam</c>; see <see cref="TreeSearches.Names"/>.</summary>
    public string Name { get; init; } = "beam";

    public BeamSearchOptions Beam { get; init; } = new();

    public BestOfNOptions BestOfN { get; init; } = new();

    public DvtsOptions Dvts { get; init; } = new();

    public MctsOptions Mcts { get; init; } = new();

    public MctsGOptions Mctsg { get; init; } = new();

    public OmegaOptions Omega { get; init; } = new();

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!TreeSearches.Names.Contains(Name))
        {
            yield return $"{path}.name is \"{Name}\"; allowed are {string.Join(", ", TreeSearches.Names)}.";
        }

        var sections = Beam.Validate($"{path}.beam")
            .Concat(BestOfN.Validate($"{path}.bestOfN"))
            .Concat(Dvts.Validate($"{path}.dvts"))
            .Concat(Mcts.Validate($"{path}.mcts"))
            .Concat(Mctsg.Validate($"{path}.mctsg"))
            .Concat(Omega.Validate($"{path}.omega"));
        foreach (var fault in sections)
        {
            yield return fault;
        }
    }
}
