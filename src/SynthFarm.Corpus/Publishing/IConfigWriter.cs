using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>What is done alike for every config, whatever its rows.</summary>
internal interface IConfigWriter : IDisposable
{
    /// <summary>Writes the rows a problem gives into its split.</summary>
    void Write(DerivedProblem problem);

    /// <summary>Everything of one problem was written.</summary>
    void EndProblem();

    /// <summary>Ends all shards and describes them.</summary>
    (SnapshotConfig Config, IReadOnlyList<FileEntry> Files) Complete();
}
