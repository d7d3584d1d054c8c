using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// What a raw model (one without a chat template) reads: the statement, a line feed, and the steps' tokens as they were generated. A step
/// without tokens, from elsewhere, is encoded from its text.
/// </summary>
internal static class PathTokens
{
    /// <exception cref="ModelException">The statement or a step is no valid Unicode.</exception>
    public static List<int> Of(Tokenizer tokenizer, Problem problem, IReadOnlyList<ReasoningStep> path)
    {
        List<int> tokens = [.. Encode(tokenizer, problem.Statement + "\n")];
        foreach (ReasoningStep step in path)
            Add(tokens, tokenizer, step.TokenIds, step.Text);
        return tokens;
    }

    public static void Add(List<int> tokens, Tokenizer tokenizer, IReadOnlyList<int> ids, string text)
    {
        if (ids.Count > 0)
            tokens.AddRange(ids);
        else if (text.Length > 0)
            tokens.AddRange(Encode(tokenizer, text));
    }

    private static int[] Encode(Tokenizer tokenizer, string text)
    {
        try
        {
            return tokenizer.Encode(text);
        }
        catch (ArgumentException error)
        {
            throw new ModelException(error.Message, error);
        }
    }
}
