namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>What a model's servers were asked since it was opened.</summary>
/// <param name="Answers">Answers read to their end.</param>
/// <param name="Repeated">Requests that had to be sent again.</param>
/// <param name="PromptTokens">Tokens of prompts, as the servers count them.</param>
/// <param name="CompletionTokens">Tokens written, as the servers count them; less where the client cuts steps off.</param>
public sealed record ServedUse(long Answers, long Repeated, long PromptTokens, long CompletionTokens);
