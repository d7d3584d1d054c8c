using System.Text.Json;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Store;

/// <summary>Reads rows of <see cref="ProblemSchema"/>.</summary>
internal static class ProblemRow
{
    /// <summary>What the row says, without the problem itself. The row is of the current version.</summary>
    public static ProblemSummary Summary(ParquetRow row) => new(
        row.Get<string>("problem_id"),
        row.Get<string>("content_hash"),
        EnumNames.Outcome.Value(row.Get<string>("outcome")),
        row.Get<string?>("reason"),
        row.Get<string?>("search_end") is { } end ? EnumNames.SearchEnd.Value(end) : null,
        row.Get<string?>("tree_id"),
        row.Get<long>("n_tokens"),
        row.Get<int>("n_steps"),
        row.Get<int>("n_paths"),
        row.Get<int>("n_answered"),
        row.Get<int>("n_correct"));

    /// <summary>The whole problem of a row without a tree.</summary>
    /// <exception cref="CorpusException">The row does not make sense; the message names the file.</exception>
    public static FinishedProblem WithoutTree(ParquetRow row, string file)
    {
        try
        {
            return new FinishedProblem
            {
                Problem = ProblemJson.Read(row.Get<string?>("problem_json") ?? throw new CorpusException("it has neither tree nor contents")),
                Outcome = EnumNames.Outcome.Value(row.Get<string>("outcome")),
                Reason = row.Get<string?>("reason"),
                SearchEnd = row.Get<string?>("search_end") is { } end ? EnumNames.SearchEnd.Value(end) : null,
                Verifier = row.Get<string>("verifier"),
            };
        }
        catch (Exception e) when (e is CorpusException or JsonException)
        {
            throw new CorpusException($"{file}: problem \"{row.Get<string>("problem_id")}\": {e.Message}.", e);
        }
    }
}
