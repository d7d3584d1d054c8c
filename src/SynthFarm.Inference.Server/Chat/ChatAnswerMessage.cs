namespace SynthFarm.Inference.Server.Chat;

/// <summary>The turn a model wrote.</summary>
internal sealed record ChatAnswerMessage(string Content)
{
    public string Role { get; } = "assistant";

    public object? Refusal { get; }
}
