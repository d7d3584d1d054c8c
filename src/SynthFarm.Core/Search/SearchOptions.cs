using SynthFarm.Core.Search.Beam;
using SynthFarm.Core.Search.BestOfN;

namespace SynthFarm.Core.Search;

/// <summary>Which search a run uses, and the options of each.</summary>
public sealed record SearchOptions
{
    /// <summary>Default <c>beam</c>; see <see cref="TreeSearches.Names"/>.</summary>
    public string Name { get; init; } = "beam";

    public BeamSearchOptions Beam { get; init; } = new();

    public BestOfNOptions BestOfN { get; init; } = new();

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!TreeSearches.Names.Contains(Name))
        {
            yield return $"{path}.name is \"{Name}\"; allowed are {string.Join(", ", TreeSearches.Names)}.";
        }

        foreach (var fault in Beam.Validate($"{path}.beam").Concat(BestOfN.Validate($"{path}.bestOfN")))
        {
            yield return fault;
        }
    }
}
