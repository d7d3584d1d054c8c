namespace SynthFarm.Inference.Server.Pooling;

/// <summary>What a reward model says of one text.</summary>
/// <param name="Index">The text's place in the request.</param>
/// <param name="Data">A row for each place where scores are read, in order; its columns are the model's labels.</param>
internal sealed record PoolingItem(int Index, IReadOnlyList<float[]> Data)
{
    public string Object { get; } = "pooling";
}
