namespace SynthFarm.Inference.Training;

/// <summary>One position that has a loss.</summary>
/// <param name="Row">Token of the micro-batch whose last hidden state is read.</param>
/// <param name="Token">Token to be predicted; unused by a score head.</param>
/// <param name="Value">Weight of the loss, or the label of a score head.</param>
internal readonly record struct LossRow(int Row, int Token, float Value);
