using SynthFarm.Core.Search;

namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>The one option of each search that says how much it spends; all others keep their defaults.</summary>
public static class SearchSizes
{
    private static readonly Dictionary<string, (string Option, int Max, Func<int, SearchOptions> Create)> Sizes = new()
    {
        ["best-of-n"] = ("samples", 4096, size => new SearchOptions { BestOfN = new() { Samples = size } }),
        ["beam"] = ("width", 256, size => new SearchOptions { Beam = new() { Width = size } }),
        ["dvts"] = ("subtrees", 1024, size => new SearchOptions { Dvts = new() { Subtrees = size } }),
        ["mcts"] = ("iterations", 100_000, size => new SearchOptions { Mcts = new() { Iterations = size } }),
        ["mctsg"] = ("iterations", 100_000, size => new SearchOptions { Mctsg = new() { Iterations = size } }),
    };

    /// <summary>The searches that can be compared: those that do not use the gold answer.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Sizes.Keys];

    /// <summary>The option's name, e.g. <c>width</c>.</summary>
    public static string OptionOf(string search) => Sizes[search].Option;

    /// <summary>The largest size allowed; the smallest is 1.</summary>
    public static int MaxOf(string search) => Sizes[search].Max;

    /// <summary>The search at a size.</summary>
    public static ITreeSearch Create(string search, int size) => TreeSearches.Create(Sizes[search].Create(size) with { Name = search });
}
