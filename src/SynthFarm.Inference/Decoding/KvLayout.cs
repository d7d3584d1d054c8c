using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// Where keys and values lie in a block of <see cref="BlockPositions"/> positions: per layer and key-value head first the keys,
/// transposed so that one vector holds the same dimension of 16 positions, then the values, one padded row per position.
/// </summary>
internal sealed class KvLayout(LlamaConfig config)
{
    public const int BlockPositions = Lanes.Count;

    private readonly int _keys = config.HeadDim * BlockPositions;
    private readonly int _layers = config.Layers;
    private readonly int _heads = config.KeyValueHeads;

    /// <summary>Floats from one position's values to the next.</summary>
    public int ValueStride { get; } = Lanes.RoundUp(config.HeadDim);

    /// <summary>Floats of one head's keys and values.</summary>
    public int HeadStride => _keys + ValueStride * BlockPositions;

    /// <summary>Floats of one block, all layers.</summary>
    public int BlockFloats => _layers * _heads * HeadStride;

    public long BlockBytes => (long)BlockFloats * sizeof(float);

    /// <summary>Offset of a head's keys. (head_dim, positions)</summary>
    public int Keys(int layer, int head) => (layer * _heads + head) * HeadStride;

    /// <summary>Offset of a head's values. (positions, value stride)</summary>
    public int Values(int layer, int head) => Keys(layer, head) + _keys;

    /// <summary>Blocks that hold this many positions.</summary>
    public static int BlocksFor(int positions) => (positions + BlockPositions - 1) / BlockPositions;
}
