using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>Grows a reasoning tree.</summary>
/// <remarks>
/// A search is a function of the tree, its options and the context's seeds: given a tree that holds a prefix of what it appended before,
/// it continues exactly where it was, generating nothing again. It reports each expansion through
/// <see cref="SearchContext.ExpandedAsync"/> before it goes on, so that a caller can make it durable. One search may grow many trees
/// concurrently; it keeps no state of its own between calls. Model failures (<see cref="Models.ModelException"/>) are let through.
/// </remarks>
public interface ITreeSearch
{
    /// <summary>The name used in configuration and rows, e.g. <c>beam</c>.</summary>
    string Name { get; }

    Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken);
}
