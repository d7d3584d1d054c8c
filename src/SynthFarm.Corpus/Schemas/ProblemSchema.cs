using SynthFarm.Corpus.Store;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// The columns of the live store's problem parts: one row per finished problem, enough to know what is done, and to count it, without its
/// tree. Parts of version 1, which lack what is counted, are read too; merging them makes them current.
/// </summary>
public static class ProblemSchema
{
    public const int Version = 2;

    public static ParquetSchema Schema => Map.Schema;

    internal static RowMap<FinishedProblem> Map { get; } = Common()
        .Int32("n_paths", r => ProblemSummary.Of(r).Paths)
        .Int32("n_answered", r => ProblemSummary.Of(r).Answered)
        .Int32("n_correct", r => ProblemSummary.Of(r).Correct)
        .Int32("schema_version", _ => Version);

    /// <summary>Version 1.</summary>
    internal static ParquetSchema Earlier { get; } = Common().Int32("schema_version", _ => 1).Schema;

    private static RowMap<FinishedProblem> Common() => new RowMap<FinishedProblem>()
        .String("problem_id", r => r.Problem.Id)
        .String("content_hash", r => r.Problem.ContentHash)
        .String("outcome", r => EnumNames.Outcome.Name(r.Outcome))
        .String("reason", r => r.Reason, optional: true)
        .String("tree_id", r => r.Tree?.Id, optional: true)
        .Int64("n_tokens", r => r.Tree?.GeneratedTokens ?? 0)
        .Int32("n_steps", r => r.Tree is { } tree ? tree.Count - 1 : 0)
        .String("search_end", r => r.SearchEnd is { } end ? EnumNames.SearchEnd.Name(end) : null, optional: true)
        .String("verifier", r => r.Verifier)
        .String("problem_json", r => r.Tree is null ? ProblemJson.Write(r.Problem) : null, optional: true);
}
