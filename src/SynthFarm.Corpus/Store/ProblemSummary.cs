using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;

namespace SynthFarm.Corpus.Store;

/// <summary>What is known of a finished problem without reading its tree.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="ContentHash">Hash of its contents.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it failed or was cancelled, in words.</param>
/// <param name="SearchEnd">Why the search ended; null when it did not end by itself.</param>
/// <param name="TreeId">Its tree; null when none was begun.</param>
/// <param name="Tokens">Tokens generated into the tree.</param>
/// <param name="Steps">Steps of the tree, the root not counted.</param>
/// <param name="Paths">Steps that end a path.</param>
/// <param name="Answered">Paths that state an answer.</param>
/// <param name="Correct">Paths that state a correct one.</param>
public readonly record struct ProblemSummary(
    string ProblemId, string ContentHash, ProblemOutcome Outcome, string? Reason, SearchEnd? SearchEnd, string? TreeId, long Tokens, int Steps, int Paths, int Answered, int Correct)
{
    public static ProblemSummary Of(FinishedProblem finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        var (paths, answered, correct) = (0, 0, 0);
        foreach (var step in finished.Tree?.Steps ?? [])
        {
            paths += step.IsTerminal ? 1 : 0;
            answered += step.Terminal == TerminalKind.Answer ? 1 : 0;
            correct += step.IsCorrectLeaf ? 1 : 0;
        }

        return new ProblemSummary(
            finished.Problem.Id,
            finished.Problem.ContentHash,
            finished.Outcome,
            finished.Reason,
            finished.SearchEnd,
            finished.Tree?.Id,
            finished.Tree?.GeneratedTokens ?? 0,
            finished.Tree is { } tree ? tree.Count - 1 : 0,
            paths,
            answered,
            correct);
    }
}
