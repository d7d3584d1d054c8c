using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// What a model reads: the statement as its prompt format puts it, and the steps' tokens as they were generated. A step without tokens, from
/// elsewhere, is encoded from its text. Nothing in a statement or a step becomes a control token. A raw prompt has the tokens before it that the
/// tokenizer asks for; a template brings its own.
/// </summary>
internal static class PathTokens
{
    /// <exception cref="ModelException">The statement or a step is no valid Unicode.</exception>
    public static List<int> Of(Tokenizer tokenizer, PromptFormat format, Problem problem, IReadOnlyList<ReasoningStep> path)
    {
        List<int> tokens = format.Template is { } template
            ? [.. Checked(() => ChatTokens.Of(tokenizer, template.Pieces(format.Turns(problem.Statement), openAssistant: true)))]
            : [.. tokenizer.PrefixIds, .. Checked(() => tokenizer.Encode(problem.Statement + "\n"))];
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

    /// <summary>The tokens of a text that goes on with what stands before it, none of them a control token.</summary>
    /// <exception cref="ModelException">The text is no valid Unicode.</exception>
    public static int[] Encode(Tokenizer tokenizer, string text) => Checked(() => tokenizer.EncodeContinuation(text));

    private static int[] Checked(Func<int[]> encode)
    {
        try
        {
            return encode();
        }
        catch (ArgumentException error)
        {
            throw new ModelException(error.Message, error);
        }
    }
}
