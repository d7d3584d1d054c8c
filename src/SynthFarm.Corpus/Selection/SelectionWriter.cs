using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// The second pass: copies the rows a plan keeps, whatever their columns, each into its problem's split. A row of <c>sft</c> follows the
/// plan, one of <c>shortcut</c> its counterpart in <c>sft</c>, all others their problem. Holds one row and the trees of one problem.
/// </summary>
internal sealed class SelectionWriter : IDisposable
{
    private readonly SourceSnapshot _source;
    private readonly IReadOnlyDictionary<string, CurationDecision> _marks;
    private readonly string _directory;
    private readonly PublishOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly RejectedRows _rejected;
    private readonly RowPlacement _placement;
    private readonly List<ConfigCounts> _counts = [];
    private readonly HashSet<string> _curated = new(StringComparer.Ordinal);

    public SelectionWriter(
        SourceSnapshot source, SelectionPlan plan, IReadOnlyDictionary<string, CurationDecision> marks, SelectionOptions selection, SnapshotPlace place,
        PublishOptions options, CancellationToken cancellationToken)
    {
        (_source, _marks, _options, _cancellationToken) = (source, marks, options, cancellationToken);
        _directory = place.BuildDirectory;
        _rejected = new RejectedRows(place.ScratchDirectory, source.Manifest.Runs);
        var wrong = plan.Report.Noise.Replaced > 0 ? new WrongAnswerRow(new WrongAnswers(source.Manifest.Derivation.Dialect, options.Judges), selection.Seed) : null;
        _placement = new RowPlacement(plan, _rejected, wrong);
    }

    /// <summary>What became of each config, in the parent's order.</summary>
    public IReadOnlyList<ConfigCounts> Counts => _counts;

    /// <summary>Marks that left out rows of configs that follow their problem.</summary>
    public int UsedMarks => _curated.Count;

    /// <summary>Rows of <c>rejections</c> by <c>stage/reason</c>.</summary>
    public IReadOnlyDictionary<string, long> Reasons => _placement.Reasons;

    /// <summary>The licenses in <c>sft</c>; an empty text for rows without one.</summary>
    public IReadOnlyCollection<string> Licenses => _placement.Licenses;

    /// <summary>Writes every config.</summary>
    public IReadOnlyList<(SnapshotConfig Config, IReadOnlyList<FileEntry> Files)> WriteAll()
    {
        // Rejections come from sft, and what shortcut holds depends on it.
        var written = new Dictionary<string, (SnapshotConfig, IReadOnlyList<FileEntry>)>(StringComparer.Ordinal);
        var counts = new Dictionary<string, ConfigCounts>(StringComparer.Ordinal);
        foreach (var config in _source.Manifest.Configs.OrderBy(c => c.Name switch { ConfigNames.Sft => 0, ConfigNames.Rejections => 2, _ => 1 }))
        {
            written.Add(config.Name, Write(config, out var count));
            counts.Add(config.Name, count);
        }

        _counts.AddRange(_source.Manifest.Configs.Select(c => counts[c.Name]));
        return [.. _source.Manifest.Configs.Select(c => written[c.Name])];
    }

    public void Dispose() => _rejected.Dispose();

    private (SnapshotConfig Config, IReadOnlyList<FileEntry> Files) Write(SnapshotConfig config, out ConfigCounts counts)
    {
        var schema = _source.SchemaOf(config);
        if (schema.Fields.All(f => f.Name != "problem_id"))
        {
            throw new CorpusException($"The config \"{config.Name}\" has no column problem_id; it is not known which of its rows belong to what is selected.");
        }

        var selected = SelectionColumns.Extend(schema, config.Name);
        var definition = new ConfigDefinition<ParquetRow>(config.Name, config.SchemaVersion, RowMaps.Of(selected), RowSize.Of, _ => []);
        using var writer = new ConfigWriter<ParquetRow>(_directory, definition, _options);
        var rows = config.Splits.Select(split => _source.Rows(config, split).Select(row => (Split: split.Name, Row: row)));
        if (config.Name == ConfigNames.Rejections)
        {
            rows = rows.Append(_rejected.Rows().Select(row => (SplitNames.Train, row)));
        }

        using var trees = new TreeCursors(_source);
        var (after, curated) = (0L, 0L);
        var problem = "";
        foreach (var (split, row) in SortedMerge.By(rows, r => r.Row.Get<string>("problem_id")))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (row.Get<string>("problem_id") is var id && id != problem)
            {
                writer.EndProblem();
                problem = id;
            }

            if (CuratedId(config.Name, row) is { } mark)
            {
                _curated.Add(mark);
                curated++;
            }
            else if (_placement.Of(config.Name, row, split, trees) is { } place)
            {
                Complete(row, selected, place);
                writer.Write(place.Split, row);
                after++;
            }
        }

        writer.EndProblem();
        counts = new ConfigCounts(config.Name, SourceSnapshot.RowsOf(config), after, curated);
        var (made, files) = writer.Complete();
        return (made with { Omitted = config.Omitted }, files);
    }

    /// <summary>The id of a row of a config that follows its problem, when a curator rejected that row. Two forms of one row have one id, and go together.</summary>
    private string? CuratedId(string config, ParquetRow row)
    {
        var isFollowing = config is not (ConfigNames.Sft or ConfigNames.Shortcut or ConfigNames.Trees or ConfigNames.Rejections);
        return isFollowing && row.TryGet("id", out var id) && id is string text && _marks.TryGetValue(text, out var mark) && mark == CurationDecision.Reject ? text : null;
    }

    /// <summary>Sets what the place of a row decides, where the schema has it.</summary>
    private static void Complete(ParquetRow row, ParquetSchema schema, RowPlace place)
    {
        foreach (var field in schema.Fields)
        {
            switch (field.Name)
            {
                case "split":
                    row["split"] = place.Split;
                    break;
                case "extra_info" when row["extra_info"] is ParquetRow extra && extra.TryGet("split", out _):
                    extra["split"] = place.Split;
                    break;
                case SelectionColumns.Order:
                    row[SelectionColumns.Order] = place.Order;
                    break;
                case SelectionColumns.Difficulty:
                    row[SelectionColumns.Difficulty] = (float)place.Difficulty;
                    break;
                default:
                    break;
            }
        }
    }
}
