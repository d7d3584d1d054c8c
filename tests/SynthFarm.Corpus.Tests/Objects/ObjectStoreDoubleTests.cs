using SynthFarm.Corpus.Objects;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Objects;

/// <summary>The double that other tests rely on keeps the promises of every store.</summary>
public sealed class ObjectStoreDoubleTests : ObjectStoreSpec
{
    protected override IObjectStore Create() => new ObjectStoreDouble();

    protected override IObjectStore Open(IObjectStore store) => store;
}
