using System.Globalization;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Store;

/// <summary>Writes the two files of a part side by side, under the names their contents give them.</summary>
internal sealed class PartWriter(string runDirectory, CorpusLineage lineage, ICrashPoints crashPoints)
{
    /// <summary>Small row groups bound what a merge over many parts holds in memory.</summary>
    private const int RowGroupBytes = 256 << 10;

    /// <param name="sequence">The commit's number; part of the files, so that no two commits make files of one name.</param>
    /// <param name="problems">In ordinal order of their ids, each id once.</param>
    public LivePart Write(long sequence, IEnumerable<FinishedProblem> problems)
    {
        using var problemFile = Begin(RunLayout.ProblemsFolder, ProblemSchema.Map, sequence);
        DurableParquet<TreeStep>? treeFile = null;
        try
        {
            foreach (var finished in problems)
            {
                problemFile.Write(finished);
                foreach (var step in finished.Tree?.Steps ?? [])
                {
                    treeFile ??= Begin(RunLayout.TreesFolder, TreeSchema.Map, sequence);
                    treeFile.Write(new TreeStep(finished, lineage, step));
                }
            }

            return new LivePart
            {
                Sequence = sequence,
                Trees = treeFile is null ? null : End(treeFile, RunLayout.TreesFolder),
                Problems = End(problemFile, RunLayout.ProblemsFolder),
            };
        }
        finally
        {
            treeFile?.Dispose();
        }
    }

    private DurableParquet<T> Begin<T>(string folder, RowMap<T> map, long sequence) => new(
        Path.Combine(FilePaths.Resolve(runDirectory, folder), "part" + DurableFiles.TemporarySuffix),
        map,
        new ParquetWriterOptions
        {
            RowGroupBytes = RowGroupBytes,
            CompressionLevel = 1,
            KeyValues = [new("synthfarm.sequence", sequence.ToString(CultureInfo.InvariantCulture))],
        });

    private FileEntry End<T>(DurableParquet<T> file, string folder)
    {
        var entry = file.Complete(sha256 => $"{folder}/{RunLayout.PartName(sha256)}");
        file.Dispose();
        crashPoints.Reach(CrashPoint.PartWritten);
        DurableFiles.Replace(file.Path, FilePaths.Resolve(runDirectory, entry.Path));
        crashPoints.Reach(CrashPoint.PartRenamed);
        return entry;
    }
}
