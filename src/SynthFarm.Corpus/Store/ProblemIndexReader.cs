using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>Builds the index of a run directory from its problem parts, in the order of their commits.</summary>
internal static class ProblemIndexReader
{
    /// <exception cref="CorpusException">A listed file is missing, of another length, or cannot be read; the message names it.</exception>
    public static ProblemIndex Read(string runDirectory, LiveManifest manifest)
    {
        var index = new ProblemIndex((int)manifest.Parts.Sum(p => p.Problems.Rows ?? 0));
        var reader = new PartReader(runDirectory);
        foreach (var part in manifest.Parts)
        {
            foreach (var file in part.Files())
            {
                RequireLength(runDirectory, file);
            }

            foreach (var summary in reader.ReadSummaries(part))
            {
                index.Set(summary, part.Sequence);
            }
        }

        return index;
    }

    private static void RequireLength(string runDirectory, FileEntry file)
    {
        var found = new FileInfo(FilePaths.Resolve(runDirectory, file.Path));
        if (!found.Exists)
        {
            throw new CorpusException($"{found.FullName}: not found, though the manifest lists it.");
        }

        if (found.Length != file.Bytes)
        {
            throw new CorpusException($"{found.FullName}: has {found.Length} bytes where the manifest says {file.Bytes}.");
        }
    }
}
