using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

/// <summary>The live corpus keeps the promises of every store.</summary>
public sealed class LiveCorpusSpecTests : CorpusStoreSpec, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private LiveCorpus? _open;

    public void Dispose()
    {
        _open?.Dispose();
        _directory.Dispose();
    }

    protected override ICorpusStore Create() => _open = LiveCorpus.Open(_directory.Path, FinishedProblems.Lineage);

    protected override ICorpusStore Reopen(ICorpusStore store)
    {
        _open!.Dispose();
        return Create();
    }

    protected override IReadOnlyList<FinishedProblem> Read(ICorpusStore store)
        => [.. CorpusReader.Open(_directory.Path).ReadSorted(_directory["scratch"])];
}
