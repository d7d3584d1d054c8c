using System.Security.Cryptography;
using SynthFarm.Core.Selection;
using SynthFarm.Corpus.Curation;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// Selects rows of a snapshot into a new one, which is as immutable as the first: filters, caps, mixture, splits and a curriculum, with every
/// row that is left out among the rejections. Equal snapshots, marks and options give byte-equal Parquet files.
/// </summary>
/// <remarks>
/// Reads the snapshot twice. Memory holds what selection knows of each row of <c>sft</c>, about 0.7 KB with its place in the plan, and else
/// one row and the trees of one problem.
/// </remarks>
public static class SnapshotSelector
{
    /// <exception cref="CorpusException">The snapshot is damaged, the place is taken, or the marks cannot be read.</exception>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static Task<SelectedSnapshot> SelectAsync(SelectionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var publishing = request.Publishing ?? new PublishOptions();
        return request.Options.Validate("selection").Concat(publishing.Validate("publish")).FirstOrDefault() is { } fault
            ? throw new ArgumentException(fault, nameof(request))
            : Task.Run(() => Select(request, cancellationToken), cancellationToken);
    }

    private static SelectedSnapshot Select(SelectionRequest request, CancellationToken cancellationToken)
    {
        var source = SourceSnapshot.Open(request.Snapshot, cancellationToken);
        var options = request.Publishing ?? new PublishOptions { Name = source.Manifest.Name };
        using var place = SnapshotPlace.Take(request.Out);
        var marks = request.Marks?.Read().Latest ?? [];
        var decisions = marks.ToDictionary(m => m.RowId, m => m.Decision, StringComparer.Ordinal);
        var candidates = new CandidateReader(source, request.Options, decisions, options.Judges).Read(options.Progress, cancellationToken);
        var yields = UnsolvedProblems.Count(source, candidates, request.Options.TopicBy);
        var plan = SelectionPlanner.Plan(candidates, yields, request.Options);
        var selection = new SnapshotSelection
        {
            Version = SelectionPlanner.Version,
            MarksSha256 = request.Marks is null ? null : HashOf(marks),
            Options = request.Options,
        };
        using var writer = new SelectionWriter(source, plan, decisions, request.Options, place, options, cancellationToken);
        var configs = writer.WriteAll();
        var summary = new SelectionSummary
        {
            Parent = source.Parent,
            Selection = selection,
            Report = plan.Report,
            Configs = writer.Counts,
            UnusedMarks = marks.Count - candidates.Count(c => c.Mark is not null) - writer.UsedMarks,
        };
        var manifest = source.Manifest with
        {
            Name = options.Name,
            PublishedAt = options.Clock.GetUtcNow(),
            Producer = ProductVersion.Name,
            Parents = [source.Parent],
            Selection = selection,
            Rejections = writer.Reasons,
            Configs = [.. configs.Select(c => c.Config)],
            Files = [.. configs.SelectMany(c => c.Files)],
        };
        manifest = SnapshotTail.Write(place.BuildDirectory, manifest, writer.Licenses, SelectionFile.Write(place.BuildDirectory, summary));
        return new SelectedSnapshot(place.Publish(manifest, options.CrashPoints, CrashPoint.BeforeRename, CrashPoint.Renamed), summary);
    }

    /// <summary>Names the marks that counted, whatever was said before and when.</summary>
    private static string HashOf(IReadOnlyList<CurationMark> marks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var mark in marks.OrderBy(m => m.RowId, StringComparer.Ordinal))
        {
            hash.AppendData(MarkLine.Write(mark with { Note = null, By = null, At = default }));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
