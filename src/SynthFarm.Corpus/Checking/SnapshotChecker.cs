using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Checking;

/// <summary>
/// Checks a snapshot or the corpus of a run directory against its manifest and its own rules: checksums of every file, schemas and row
/// counts of every shard, ids that occur twice, the form of the messages, and each accepted answer by the problem's checker.
/// </summary>
/// <remarks>
/// Where trainers are named, their rules are checked too; with them a folder that has no manifest may be checked, such as a data set from
/// elsewhere. Bad data is reported, never thrown. Memory holds one tree at a time and the ids of
/// <see cref="CheckOptions.MaxIdsInMemory"/> rows.
/// </remarks>
public static class SnapshotChecker
{
    /// <param name="directory">A snapshot or a run directory.</param>
    /// <param name="options">Defaults when null.</param>
    /// <exception cref="CorpusException">The directory is neither, and no trainer is named; or it is not there.</exception>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static Task<CheckReport> CheckAsync(string directory, CheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options ??= new CheckOptions();
        if (options.Validate("check").FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        return Task.Run(() => Check(directory, options, cancellationToken), cancellationToken);
    }

    private static CheckReport Check(string directory, CheckOptions options, CancellationToken cancellationToken)
    {
        var log = new CheckLog(directory, options, cancellationToken);
        if (File.Exists(RunLayout.Manifest(directory)))
        {
            log.Guard(RunLayout.ManifestPath, () => RunCheck.Run(log));
        }
        else if (File.Exists(Path.Combine(directory, SnapshotManifest.FileName)))
        {
            log.Guard(SnapshotManifest.FileName, () => SnapshotCheck.Run(log));
        }
        else if (options.Trainers.Count == 0)
        {
            throw new CorpusException($"\"{directory}\" is neither a snapshot (no {SnapshotManifest.FileName}) nor a run directory (no {RunLayout.ManifestPath}).");
        }

        TrainerCheck.Run(log, options.Trainers);
        return log.ToReport();
    }
}
