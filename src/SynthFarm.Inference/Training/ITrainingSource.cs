namespace SynthFarm.Inference.Training;

/// <summary>Gives the examples of each training step.</summary>
/// <typeparam name="T"><see cref="TrainingExample"/> or <see cref="RewardExample"/>.</typeparam>
public interface ITrainingSource<T>
{
    /// <summary>
    /// Appends the examples of one step. Must be a pure function of its arguments, so that a resumed training sees what an
    /// uninterrupted one would have seen. Called by one thread at a time; an exception ends the training.
    /// </summary>
    /// <param name="step">Step, from 0.</param>
    /// <param name="seed">The training's seed.</param>
    /// <param name="count">Number of examples asked for; a source may give fewer, at least one.</param>
    /// <param name="into">An empty list that is reused from step to step.</param>
    void FillBatch(long step, ulong seed, int count, List<T> into);
}
