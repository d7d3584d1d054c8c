namespace SynthFarm.Inference.Training;

/// <summary>Loss and gradient at the last, normalised hidden states.</summary>
internal unsafe interface IModelHead : IDisposable
{
    /// <summary>Computes the loss of some rows, the gradient of their hidden states, and adds the gradient of the head's parameters.</summary>
    /// <param name="rows">The rows, at most the number the head was made for.</param>
    /// <param name="hidden">(rows, hidden)</param>
    /// <param name="scale">Factor of each row's loss: one by the total weight of the batch.</param>
    /// <param name="parameters">Flat parameters.</param>
    /// <param name="gradients">Flat gradients, added to.</param>
    /// <param name="dHidden">Gradient of <paramref name="hidden"/>, overwritten. (rows, hidden)</param>
    /// <returns>Sum of weighted losses, before the factor.</returns>
    double Backward(ReadOnlySpan<LossRow> rows, float* hidden, float scale, float* parameters, float* gradients, float* dHidden);
}
