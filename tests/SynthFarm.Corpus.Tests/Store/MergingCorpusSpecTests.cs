using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Tests.Store;

/// <summary>The same suite with a store that merges as often as it can.</summary>
public sealed class MergingCorpusSpecTests : LiveCorpusSpecTests
{
    private protected override LiveCorpusOptions Options => new() { MergeParts = 2 };
}
