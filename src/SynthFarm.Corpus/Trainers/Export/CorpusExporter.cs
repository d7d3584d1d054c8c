using SynthFarm.Corpus.Durability;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>Writes configs of a snapshot in another form, row by row; a split becomes one file. Equal snapshots give equal files.</summary>
/// <remarks>The folder appears by one rename, whole or not at all.</remarks>
public static class CorpusExporter
{
    /// <param name="snapshot">The snapshot's folder.</param>
    /// <param name="format">The form.</param>
    /// <param name="configs">The configs; null for all that the form can be made of and the snapshot has.</param>
    /// <param name="outDirectory">A place that is not there yet.</param>
    /// <exception cref="CorpusException">A config is missing or none is there, the place is taken, or a shard is damaged.</exception>
    public static IReadOnlyList<ExportedFile> Export(
        string snapshot, ExportFormat format, IReadOnlyList<string>? configs, string outDirectory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(snapshot);
        ArgumentNullException.ThrowIfNull(format);
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDirectory));
        if (Path.Exists(place))
        {
            throw new CorpusException($"\"{place}\" is there already; an export needs a place of its own.");
        }

        var sources = Sources(snapshot, format, configs);
        var build = place + DurableFiles.TemporarySuffix;
        if (Directory.Exists(build))
        {
            Directory.Delete(build, recursive: true);
        }

        Directory.CreateDirectory(build);
        try
        {
            var files = sources.SelectMany(source => Export(snapshot, format, source, build, cancellationToken)).ToList();
            if (format.Description is var (name, text))
            {
                File.WriteAllText(Path.Combine(build, name), text(files));
            }

            Directory.Move(build, place);
            return files;
        }
        finally
        {
            if (Directory.Exists(build))
            {
                Directory.Delete(build, recursive: true);
            }
        }
    }

    private static List<ExportSource> Sources(string snapshot, ExportFormat format, IReadOnlyList<string>? configs)
    {
        foreach (var config in configs ?? [])
        {
            if (format.Sources.All(s => s.Config != config))
            {
                throw new CorpusException($"{format.Name} is not made of \"{config}\"; allowed are {string.Join(", ", format.Sources.Select(s => s.Config))}.");
            }

            if (!Directory.Exists(Path.Combine(snapshot, config)))
            {
                throw new CorpusException($"\"{snapshot}\" has no config \"{config}\".");
            }
        }

        var sources = format.Sources
            .Where(s => configs?.Contains(s.Config) ?? Directory.Exists(Path.Combine(snapshot, s.Config)))
            .ToList();
        return sources.Count > 0
            ? sources
            : throw new CorpusException($"\"{snapshot}\" has none of the configs that {format.Name} is made of: {string.Join(", ", format.Sources.Select(s => s.Config))}.");
    }

    private static IEnumerable<ExportedFile> Export(
        string snapshot, ExportFormat format, ExportSource source, string build, CancellationToken cancellationToken)
    {
        var shards = TrainerFiles.Shards(snapshot, source.Config)
            .Select(path => (Path: path, IsNamed: ShardName.TryParse(Path.GetFileName(path), out var name), Name: name))
            .ToList();
        if (shards.Find(s => !s.IsNamed).Path is { } stranger)
        {
            throw new CorpusException($"{stranger}: is not named <split>-00000-of-00001.parquet, so its split is not known.");
        }

        Directory.CreateDirectory(Path.Combine(build, source.Config));
        foreach (var split in shards.GroupBy(s => s.Name.Split).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var rows = split.OrderBy(s => s.Name.Index).SelectMany(s => TrainerRows.Read(snapshot, s.Path, source.Columns));
            var file = $"{source.Config}/{split.Key}{(format.IsParquet ? ".parquet" : ".jsonl")}";
            var path = Path.Combine(build, file);
            var count = format.IsParquet
                ? ExportWriter.WriteParquet(path, Schema(snapshot, split.First().Path, source.Columns), Watched(rows, cancellationToken))
                : ExportWriter.WriteLines(path, source, Watched(rows, cancellationToken));
            yield return new ExportedFile(file, source.Config, split.Key, count);
        }
    }

    private static ParquetSchema Schema(string snapshot, string shard, IReadOnlyList<string> columns)
    {
        using var reader = TrainerRows.Open(snapshot, shard, columns);
        return new ParquetSchema([.. columns.Select(name => reader.Schema.Fields.First(f => f.Name == name))]);
    }

    private static IEnumerable<ParquetRow> Watched(IEnumerable<ParquetRow> rows, CancellationToken cancellationToken)
        => rows.Select(row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return row;
        });
}
