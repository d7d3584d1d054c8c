using SynthFarm.Core.Search.Beam;
using SynthFarm.Core.Search.BestOfN;

namespace SynthFarm.Core.Search;

/// <summary>The searches by name.</summary>
public static class TreeSearches
{
    public static IReadOnlyList<string> Names { get; } = ["beam", "best-of-n"];

    /// <exception cref="ArgumentException">The name is unknown or an option is out of bounds.</exception>
    public static ITreeSearch Create(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Name switch
        {
            "beam" => new BeamSearch(options.Beam),
            "best-of-n" => new BestOfNSearch(options.BestOfN),
            _ => throw new ArgumentException(options.Validate("search").First(), nameof(options)),
        };
    }
}
