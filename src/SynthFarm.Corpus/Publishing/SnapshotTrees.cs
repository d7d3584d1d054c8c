using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Reads the trees of a snapshot back.</summary>
public static class SnapshotTrees
{
    /// <summary>Every tree with its problem, split by split, within a split by problem id. Holds one tree at a time.</summary>
    /// <exception cref="CorpusException">While enumerating: the folder is no snapshot, or a file is missing or damaged.</exception>
    public static IEnumerable<FinishedProblem> Read(string snapshotDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(snapshotDirectory);
        var prefix = ConfigNames.Trees + "/";
        return SnapshotManifest.Load(snapshotDirectory).Files
            .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal) && FilePaths.IsPlain(file.Path))
            .SelectMany(file => TreeAssembler.Assemble(
                ParquetRows.Read(FilePaths.Resolve(snapshotDirectory, file.Path), file.Path, TreeSchema.Schema), file.Path));
    }
}
