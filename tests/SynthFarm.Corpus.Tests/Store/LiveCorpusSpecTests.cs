using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

/// <summary>The live corpus keeps the promises of every store, whether it merges its parts or not.</summary>
public class LiveCorpusSpecTests : CorpusStoreSpec, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private LiveCorpus? _open;

    public void Dispose()
    {
        _open?.Dispose();
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected virtual LiveCorpusOptions Options => new();

    protected override ICorpusStore Create() => _open = LiveCorpus.Open(_directory.Path, FinishedProblems.Lineage, Options);

    protected override ICorpusStore Reopen(ICorpusStore store)
    {
        _open!.Dispose();
        return Create();
    }

    protected override IReadOnlyList<FinishedProblem> Read(ICorpusStore store)
    {
        using var reader = CorpusReader.Open(_directory.Path);
        return [.. reader.ReadSorted(_directory["scratch"])];
    }
}
