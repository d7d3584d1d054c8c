namespace SynthFarm.Inference.Server.Generation;

/// <summary>The tokens a request took.</summary>
/// <param name="PromptTokens">Of all prompts, each counted once.</param>
/// <param name="CompletionTokens">Of all choices, a token that ended one included.</param>
internal sealed record Usage(int PromptTokens, int CompletionTokens)
{
    public int TotalTokens => PromptTokens + CompletionTokens;
}
