using System.Text.Json;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Store;

/// <summary>Reads rows of <see cref="ProblemSchema"/>.</summary>
internal static class ProblemRow
{
    /// <summary>The row's summary and, for a problem without a tree, the problem itself.</summary>
    /// <exception cref="CorpusException">The row does not make sense; the message names the file.</exception>
    public static (ProblemSummary Summary, FinishedProblem? WithoutTree) Read(ParquetRow row, string file)
    {
        var summary = new ProblemSummary(
            row.Get<string>("problem_id"),
            row.Get<string>("content_hash"),
            EnumNames.Outcome.Value(row.Get<string>("outcome")),
            row.Get<string?>("reason"),
            row.Get<string?>("tree_id"),
            row.Get<long>("n_tokens"),
            row.Get<int>("n_steps"));
        if (summary.TreeId is not null)
        {
            return (summary, null);
        }

        try
        {
            return (summary, new FinishedProblem
            {
                Problem = ProblemJson.Read(row.Get<string?>("problem_json") ?? throw new CorpusException("it has neither tree nor contents")),
                Outcome = summary.Outcome,
                Reason = summary.Reason,
                SearchEnd = row.Get<string?>("search_end") is { } end ? EnumNames.SearchEnd.Value(end) : null,
                Verifier = row.Get<string>("verifier"),
            });
        }
        catch (Exception e) when (e is CorpusException or JsonException)
        {
            throw new CorpusException($"{file}: problem \"{summary.ProblemId}\": {e.Message}.", e);
        }
    }
}
