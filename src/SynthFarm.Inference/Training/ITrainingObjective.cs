using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Turns examples of one kind into rows with a loss.</summary>
internal interface ITrainingObjective<T>
{
    /// <summary>The head the model must have.</summary>
    LlamaHead Head { get; }

    int[] Tokens(T example);

    /// <summary>What the example adds to the number the batch's loss is divided by.</summary>
    double Weight(T example);

    /// <summary>Throws an <see cref="ArgumentException"/> that says what is wrong with the example.</summary>
    void Check(T example, LlamaConfig config);

    void AddLosses(T example, int firstRow, MicroBatch batch);
}
