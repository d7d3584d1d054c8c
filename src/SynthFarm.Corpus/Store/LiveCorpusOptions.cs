using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>How a live corpus is kept. Nothing of it changes what is published.</summary>
public sealed record LiveCorpusOptions
{
    /// <summary>Most parts of one merge, which are all open while it goes on.</summary>
    internal const int MostMergeParts = 64;

    /// <summary>So many small parts, one after the other, are merged into one in the background. Default 16. 2 to 64, or 0 for never.</summary>
    public int MergeParts { get; init; } = 16;

    /// <summary>No part is made larger than this by merging, both files together. Default 256 MiB. At least 1 KiB.</summary>
    public long MaxPartBytes { get; init; } = 256L << 20;

    /// <summary>Told in one sentence when a merge has failed; what was to be merged stays as it is. Called on a thread of the pool.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>For tests; does nothing by default.</summary>
    public ICrashPoints CrashPoints { get; init; } = CrashPoint.None;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (MergeParts is not 0 and (< 2 or > MostMergeParts))
        {
            yield return $"{path}.mergeParts is {MergeParts}; allowed are 2 to {MostMergeParts}, or 0 for never.";
        }

        if (MaxPartBytes < 1024)
        {
            yield return $"{path}.maxPartBytes is {MaxPartBytes}; at least 1024 is allowed.";
        }
    }
}
