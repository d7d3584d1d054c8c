using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Store;

/// <summary>Writes the two files of a part side by side, under the names their contents give them.</summary>
internal sealed class PartWriter(string runDirectory, CorpusLineage lineage, PartNames names, ICrashPoints crashPoints)
{
    /// <summary>Not smaller, because whoever reads a part holds what its footer says of each.</summary>
    private const int RowGroupBytes = 1 << 20;

    /// <summary>Small pages bound what a merge over many parts holds in memory.</summary>
    private const int PageBytes = 32 << 10;

    /// <param name="first">The first of the commits whose problems these are; with <paramref name="sequence"/> part of the files, so that no two parts are files of one name.</param>
    /// <param name="sequence">The last of the commits.</param>
    /// <param name="problems">In ordinal order of their ids, each id once.</param>
    public LivePart Write(long first, long sequence, IEnumerable<FinishedProblem> problems)
    {
        var commits = first == sequence ? $"{sequence}" : $"{first}-{sequence}";
        using var problemFile = Begin(RunLayout.ProblemsFolder, ProblemSchema.Map, commits);
        DurableParquet<TreeStep>? treeFile = null;
        try
        {
            foreach (var finished in problems)
            {
                problemFile.Write(finished);
                foreach (var step in finished.Tree?.Steps ?? [])
                {
                    treeFile ??= Begin(RunLayout.TreesFolder, TreeSchema.Map, commits);
                    treeFile.Write(new TreeStep(finished, lineage, step));
                }
            }

            return new LivePart
            {
                Sequence = sequence,
                First = first == sequence ? null : first,
                Trees = treeFile is null ? null : End(treeFile, RunLayout.TreesFolder),
                Problems = End(problemFile, RunLayout.ProblemsFolder),
            };
        }
        finally
        {
            treeFile?.Dispose();
        }
    }

    private DurableParquet<T> Begin<T>(string folder, RowMap<T> map, string commits) => new(
        Path.Combine(FilePaths.Resolve(runDirectory, folder), names.Temporary),
        map,
        new ParquetWriterOptions
        {
            RowGroupBytes = RowGroupBytes,
            PageBytes = PageBytes,
            CompressionLevel = 1,
            KeyValues = [new("synthfarm.sequence", commits)],
        });

    private FileEntry End<T>(DurableParquet<T> file, string folder)
    {
        var entry = file.Complete(sha256 => $"{folder}/{RunLayout.PartName(sha256)}");
        file.Dispose();
        crashPoints.Reach(names.PartWritten);
        DurableFiles.Replace(file.Path, FilePaths.Resolve(runDirectory, entry.Path));
        crashPoints.Reach(names.PartRenamed);
        return entry;
    }
}
