namespace SynthFarm.Inference.Decoding;

/// <summary>One sequence of a batch: which rows and outputs are its own.</summary>
internal struct DecoderEntry
{
    public required KvSequence Sequence { get; init; }

    /// <summary>The position of its first row.</summary>
    public required int Start { get; init; }

    public required int FirstRow { get; init; }

    public required int RowCount { get; init; }

    public required int FirstOutput { get; init; }

    public required int OutputCount { get; init; }

    /// <summary>Where its block pointers begin.</summary>
    public int FirstBlock { get; set; }
}
