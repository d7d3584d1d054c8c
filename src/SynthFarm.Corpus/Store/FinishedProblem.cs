using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;

namespace SynthFarm.Corpus.Store;

/// <summary>A problem with its end and, where one was grown, its complete tree: what the corpus stores and every view is derived from.</summary>
public sealed record FinishedProblem
{
    public required Problem Problem { get; init; }

    /// <summary>The whole tree, pruned and wrong branches included; null when the problem ended before one was begun.</summary>
    public ReasoningTree? Tree { get; init; }

    public required ProblemOutcome Outcome { get; init; }

    /// <summary>Why it failed or was cancelled, in words; null for the normal ends.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the search ended; null when it did not end by itself.</summary>
    public SearchEnd? SearchEnd { get; init; }

    /// <summary>Version of the answer checker that judged the tree's answers, e.g. <c>countdown/1</c>.</summary>
    public required string Verifier { get; init; }
}
