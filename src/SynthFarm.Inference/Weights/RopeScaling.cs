namespace SynthFarm.Inference.Weights;

/// <summary>How rotary positions are stretched beyond the context a model was first trained with (<c>rope_scaling</c>).</summary>
/// <param name="Type">The rule.</param>
/// <param name="Factor">How many times longer the context is; at least 1.</param>
public sealed record RopeScaling(RopeScalingType Type, double Factor)
{
    /// <summary>The context before stretching, in tokens. Needed by <see cref="RopeScalingType.Llama3"/> and <see cref="RopeScalingType.Yarn"/>.</summary>
    public int OriginalPositions { get; init; }

    /// <summary>Llama 3: wave lengths above the original context over this are stretched in full. Default 1.</summary>
    public double LowFrequencyFactor { get; init; } = 1;

    /// <summary>Llama 3: wave lengths below the original context over this are kept. Default 4.</summary>
    public double HighFrequencyFactor { get; init; } = 4;

    /// <summary>YaRN: dimensions that turn more often than this over the original context are kept. Default 32.</summary>
    public double BetaFast { get; init; } = 32;

    /// <summary>YaRN: dimensions that turn less often than this over the original context are stretched in full. Default 1.</summary>
    public double BetaSlow { get; init; } = 1;

    /// <summary>YaRN: factor of cosines and sines. Default null: 0.1 ln(factor) + 1.</summary>
    public double? AttentionFactor { get; init; }

    /// <exception cref="InvalidDataException">A value is out of its bounds; the message names it as <c>config.json</c> does.</exception>
    public void Validate()
    {
        if (!(Factor >= 1 && double.IsFinite(Factor)))
            throw new InvalidDataException($"rope_scaling.factor is {Factor}; it must be at least 1 and finite.");
        if (Type != RopeScalingType.Linear && OriginalPositions < 1)
            throw new InvalidDataException($"rope_scaling.original_max_position_embeddings is {OriginalPositions}; it must be at least 1.");
        if (Type == RopeScalingType.Llama3 && !(LowFrequencyFactor > 0 && HighFrequencyFactor > LowFrequencyFactor))
            throw new InvalidDataException($"rope_scaling.high_freq_factor is {HighFrequencyFactor}; it must be above low_freq_factor ({LowFrequencyFactor}), and that above 0.");
        if (Type == RopeScalingType.Yarn && !(BetaSlow > 0 && BetaFast > BetaSlow))
            throw new InvalidDataException($"rope_scaling.beta_fast is {BetaFast}; it must be above beta_slow ({BetaSlow}), and that above 0.");
    }
}
