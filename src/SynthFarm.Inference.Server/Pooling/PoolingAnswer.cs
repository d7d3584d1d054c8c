using SynthFarm.Inference.Server.Generation;

namespace SynthFarm.Inference.Server.Pooling;

/// <summary>The body of <c>/pooling</c>.</summary>
internal sealed record PoolingAnswer(string Id, long Created, string Model, IReadOnlyList<PoolingItem> Data, Usage Usage)
{
    public string Object { get; } = "list";
}
