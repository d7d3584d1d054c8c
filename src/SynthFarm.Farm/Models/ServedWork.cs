namespace SynthFarm.Farm.Models;

/// <summary>What the servers of a run's models were asked since the models were loaded.</summary>
/// <param name="Answers">Answers read to their end.</param>
/// <param name="Repeated">Requests that had to be sent again.</param>
/// <param name="PromptTokens">Tokens of prompts, as the servers count them.</param>
/// <param name="CompletionTokens">Tokens written, as the servers count them.</param>
public sealed record ServedWork(long Answers, long Repeated, long PromptTokens, long CompletionTokens)
{
    /// <summary>What both were asked together.</summary>
    public static ServedWork operator +(ServedWork left, ServedWork right) => new(
        left.Answers + right.Answers, left.Repeated + right.Repeated, left.PromptTokens + right.PromptTokens, left.CompletionTokens + right.CompletionTokens);
}
