namespace SynthFarm.Inference.Training;

/// <summary>Linear warm-up, then half a cosine (Loshchilov and Hutter, 2017).</summary>
internal static class LearningRateSchedule
{
    /// <summary>Rate of a step counted from 0. The first step has 1 / warm-up of the peak; the last nearly the minimum.</summary>
    public static double At(long step, TrainerOptions options)
    {
        if (step < options.WarmupSteps) return options.LearningRate * (step + 1) / options.WarmupSteps;
        double done = (double)(step - options.WarmupSteps) / Math.Max(1, options.Steps - options.WarmupSteps);
        double share = 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done)));
        return options.LearningRate * (options.MinimumLearningRateRatio + (1 - options.MinimumLearningRateRatio) * share);
    }
}
