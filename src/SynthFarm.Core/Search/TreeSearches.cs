using SynthFarm.Core.Search.Beam;
using SynthFarm.Core.Search.BestOfN;
using SynthFarm.Core.Search.Dvts;
using SynthFarm.Core.Search.Mcts;
using SynthFarm.Core.Search.MctsG;
using SynthFarm.Core.Search.Omega;

namespace SynthFarm.Core.Search;

/// <summary>The searches by name.</summary>
public static class TreeSearches
{
    public static IReadOnlyList<string> Names { get; } = ["beam", "best-of-n", "dvts", "mcts", "mctsg", "omega"];

    /// <exception cref="ArgumentException">The name is unknown or an option is out of bounds.</exception>
    public static ITreeSearch Create(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Name switch
        {
            "beam" => new BeamSearch(options.Beam),
            "best-of-n" => new BestOfNSearch(options.BestOfN),
            "dvts" => new DvtsSearch(options.Dvts),
            "mcts" => new MctsSearch(options.Mcts),
            "mctsg" => new MctsGSearch(options.Mctsg),
            "omega" => new OmegaSearch(options.Omega),
            _ => throw new ArgumentException(options.Validate("search").First(), nameof(options)),
        };
    }
}
