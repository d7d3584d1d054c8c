using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// Collects the rejections of rows that were not selected in a scratch file, in the order of the problem ids, until they are merged with
/// those of the parent.
/// </summary>
internal sealed class RejectedRows : IDisposable
{
    private readonly string _path;
    private readonly IReadOnlyDictionary<string, CorpusLineage> _runs;
    private readonly DurableParquet<RejectionRow> _file;
    private bool _isComplete;

    /// <param name="scratchDirectory">Created when needed.</param>
    /// <param name="runs">The runs the snapshot's trees come from.</param>
    public RejectedRows(string scratchDirectory, IReadOnlyList<CorpusLineage> runs)
    {
        Directory.CreateDirectory(scratchDirectory);
        _path = Path.Combine(scratchDirectory, "rejected.parquet");
        _runs = runs.DistinctBy(r => r.ConfigHash).ToDictionary(r => r.ConfigHash, StringComparer.Ordinal);
        _file = new DurableParquet<RejectionRow>(_path, RejectionSchema.Map, new ParquetWriterOptions());
    }

    /// <param name="tree">The row's tree.</param>
    /// <param name="row">The row of <c>sft</c>.</param>
    /// <exception cref="CorpusException">The manifest does not list the run the row comes from.</exception>
    public void Add(FinishedProblem tree, ParquetRow row, SelectionRejection rejection)
    {
        var configHash = row.Get<string>("config_hash");
        var lineage = _runs.GetValueOrDefault(configHash)
            ?? throw new CorpusException($"Row {row.Get<string>("id")}: its configuration {configHash} is not that of any run in the manifest.");
        var rejected = new RejectionRows(tree, lineage).Of(RejectionStage.Selection, rejection.Reason, rejection.Detail);
        _file.Write(rejected with
        {
            // A problem may have several rows, so the row is part of the name.
            Id = RowId.Create(rejected.Id, row.Get<string>("id"), SelectionPlanner.Version),
            Split = row.Get<string>("split"),
        });
    }

    /// <summary>The rejections collected; none can be added after that.</summary>
    public IEnumerable<ParquetRow> Rows()
    {
        if (!_isComplete)
        {
            _isComplete = true;
            _file.Complete(_ => "");
            _file.Dispose();
        }

        return ParquetRows.Read(_path, "rejected rows", RejectionSchema.Map.Schema);
    }

    public void Dispose() => _file.Dispose();
}
