namespace SynthFarm.Inference.Weights;

/// <summary>The angles by which the dimensions of a head turn from one position to the next, in radians, as Hugging Face's models compute them.</summary>
/// <param name="PerPosition">One angle per pair of dimensions, from the fastest to the slowest. (head_dim / 2)</param>
/// <param name="Amplitude">Factor of cosines and sines; 1 but for YaRN.</param>
internal sealed record RopeFrequencies(double[] PerPosition, double Amplitude)
{
    public static RopeFrequencies Of(LlamaConfig config)
    {
        double[] plain = [.. Enumerable.Range(0, config.HeadDim / 2).Select(i => Math.Pow(config.RopeTheta, -2.0 * i / config.HeadDim))];
        return config.RopeScaling switch
        {
            null => new RopeFrequencies(plain, 1),
            { Type: RopeScalingType.Linear } linear => new RopeFrequencies([.. plain.Select(f => f / linear.Factor)], 1),
            { Type: RopeScalingType.Llama3 } llama3 => new RopeFrequencies([.. plain.Select(f => Llama3(f, llama3))], 1),
            { Type: RopeScalingType.Yarn } yarn => Yarn(plain, config, yarn),
            var other => throw new ArgumentOutOfRangeException(nameof(config), other.Type, "There is no such rule."),
        };
    }

    private static double Llama3(double frequency, RopeScaling scaling)
    {
        double length = 2 * Math.PI / frequency;
        if (length < scaling.OriginalPositions / scaling.HighFrequencyFactor)
            return frequency;
        if (length > scaling.OriginalPositions / scaling.LowFrequencyFactor)
            return frequency / scaling.Factor;
        double kept = (scaling.OriginalPositions / length - scaling.LowFrequencyFactor) / (scaling.HighFrequencyFactor - scaling.LowFrequencyFactor);
        return (1 - kept) * frequency / scaling.Factor + kept * frequency;
    }

    private static RopeFrequencies Yarn(double[] plain, LlamaConfig config, RopeScaling scaling)
    {
        double low = Math.Max(Math.Floor(DimensionOfTurns(scaling.BetaFast)), 0);
        double high = Math.Min(Math.Ceiling(DimensionOfTurns(scaling.BetaSlow)), config.HeadDim - 1);
        if (low == high)
            high += 0.001;
        double[] mixed = [.. plain.Select((frequency, i) =>
        {
            double stretched = Math.Clamp((i - low) / (high - low), 0, 1);
            return frequency / scaling.Factor * stretched + frequency * (1 - stretched);
        })];
        return new RopeFrequencies(mixed, scaling.AttentionFactor ?? (scaling.Factor <= 1 ? 1 : 0.1 * Math.Log(scaling.Factor) + 1));

        // The dimension that turns so often over the original context.
        double DimensionOfTurns(double turns) =>
            config.HeadDim * Math.Log(scaling.OriginalPositions / (turns * 2 * Math.PI)) / (2 * Math.Log(config.RopeTheta));
    }
}
