namespace SynthFarm.Inference.Server.Chat;

/// <summary>Log-probabilities of a turn's tokens.</summary>
internal sealed record ChatLogProbs(IReadOnlyList<ChatTokenLogProb> Content)
{
    public object? Refusal { get; }
}
