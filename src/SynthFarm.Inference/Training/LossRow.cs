namespace SynthFarm.Inference.Training;

/// <summary>One position that has a loss.</summary>
/// <param name="Row">Token of the micro-batch whose last hidden state is read.</param>
/// <param name="Token">Token to be predicted; <see cref="NoToken"/> where the step that ends here is scored.</param>
/// <param name="Value">Weight of the loss, or the label of a score.</param>
internal readonly record struct LossRow(int Row, int Token, float Value)
{
    public const int NoToken = -1;
}
