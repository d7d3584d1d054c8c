namespace SynthFarm.Inference.Training;

/// <summary>Where a training stands, and the options that decide how it goes on.</summary>
internal sealed record TrainerState(
    long Step, long Steps, int BatchSequences, double LearningRate, long WarmupSteps, double MinimumLearningRateRatio, double WeightDecay,
    double Beta1, double Beta2, double Epsilon, string Clip, ulong Seed, int Shards, int MicroBatchTokens)
{
    public static TrainerState From(long step, TrainerOptions options) => new(
        step, options.Steps, options.BatchSequences, options.LearningRate, options.WarmupSteps, options.MinimumLearningRateRatio, options.WeightDecay,
        options.Beta1, options.Beta2, options.Epsilon, options.Clip.ToString("R"), options.Seed, options.Shards, options.MicroBatchTokens);

    /// <exception cref="InvalidDataException">An option differs; the first is named with both values.</exception>
    public void RequireSame(TrainerOptions options, string directory)
    {
        TrainerState other = From(Step, options);
        (string Name, object Saved, object Now)[] pairs =
        [
            (nameof(Steps), Steps, other.Steps), (nameof(BatchSequences), BatchSequences, other.BatchSequences),
            (nameof(LearningRate), LearningRate, other.LearningRate), (nameof(WarmupSteps), WarmupSteps, other.WarmupSteps),
            (nameof(MinimumLearningRateRatio), MinimumLearningRateRatio, other.MinimumLearningRateRatio),
            (nameof(WeightDecay), WeightDecay, other.WeightDecay), (nameof(Beta1), Beta1, other.Beta1), (nameof(Beta2), Beta2, other.Beta2),
            (nameof(Epsilon), Epsilon, other.Epsilon), (nameof(Clip), Clip, other.Clip), (nameof(Seed), Seed, other.Seed),
            (nameof(Shards), Shards, other.Shards), (nameof(MicroBatchTokens), MicroBatchTokens, other.MicroBatchTokens),
        ];
        foreach ((string name, object saved, object now) in pairs)
            if (!saved.Equals(now))
                throw new InvalidDataException($"{directory}: {name} was {saved} and is now {now}; a training goes on only with the options it began with.");
    }
}
