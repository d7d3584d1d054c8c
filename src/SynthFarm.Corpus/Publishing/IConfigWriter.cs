using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>What is done alike for every config, whatever its rows.</summary>
internal interface IConfigWriter : IDisposable
{
    /// <summary>Everything of one problem was written.</summary>
    void EndProblem();

    /// <summary>Ends all shards and describes them.</summary>
    (SnapshotConfig Config, IReadOnlyList<FileEntry> Files) Complete();
}
