using SynthFarm.Core.Search.Beam;

namespace SynthFarm.Core.Search;

/// <summary>The searches by name.</summary>
public static class TreeSearches
{
    public static IReadOnlyList<string> Names { get; } = ["beam"];

    /// <exception cref="ArgumentException">The name is unknown or an option is out of bounds.</exception>
    public static ITreeSearch Create(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Name switch
        {
            "beam" => new BeamSearch(options.Beam),
            _ => throw new ArgumentException(options.Validate("search").First(), nameof(options)),
        };
    }
}
