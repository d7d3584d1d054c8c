namespace SynthFarm.Inference.Training;

/// <summary>One tensor inside the flat buffer.</summary>
internal sealed record ParameterSlice(string Name, long[] Shape, long Offset, int Length)
{
    /// <summary>Weight decay is for matrices only.</summary>
    public bool Decays => Shape.Length > 1;
}
