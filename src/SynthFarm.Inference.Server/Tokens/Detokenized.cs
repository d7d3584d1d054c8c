namespace SynthFarm.Inference.Server.Tokens;

/// <summary>The text of tokens.</summary>
internal sealed record Detokenized(string Prompt);
