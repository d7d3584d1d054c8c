namespace SynthFarm.Corpus.Store;

/// <summary>A row of a problem part without its JSON.</summary>
internal readonly record struct ProblemSummary(
    string ProblemId, string ContentHash, ProblemOutcome Outcome, string? Reason, string? TreeId, long Tokens, int Steps)
{
    public static ProblemSummary Of(FinishedProblem finished) => new(
        finished.Problem.Id,
        finished.Problem.ContentHash,
        finished.Outcome,
        finished.Reason,
        finished.Tree?.Id,
        finished.Tree?.GeneratedTokens ?? 0,
        finished.Tree is { } tree ? tree.Count - 1 : 0);
}
