using SynthFarm.Core.Chat;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// What a model reads: the statement as its prompt format puts it, and the steps' tokens as they were generated. A step without tokens, from
/// elsewhere, is encoded from its text. Only a template's own marks become control tokens; the texts between cannot.
/// </summary>
internal static class PathTokens
{
    /// <exception cref="ModelException">The statement or a step is no valid Unicode.</exception>
    public static List<int> Of(Tokenizer tokenizer, PromptFormat format, Problem problem, IReadOnlyList<ReasoningStep> path)
    {
        List<int> tokens = format.Template is { } template
            ? [.. Pieces(template, format, problem).SelectMany(piece => Encode(tokenizer, piece.Text, piece.Kind != ChatPieceKind.Content))]
            : [.. Encode(tokenizer, problem.Statement + "\n")];
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

    /// <exception cref="ModelException">The text is no valid Unicode.</exception>
    public static int[] Encode(Tokenizer tokenizer, string text, bool allowSpecial = false)
    {
        try
        {
            return tokenizer.Encode(text, allowSpecial);
        }
        catch (ArgumentException error)
        {
            throw new ModelException(error.Message, error);
        }
    }

    private static IReadOnlyList<ChatPiece> Pieces(ChatTemplate template, PromptFormat format, Problem problem) => template.Pieces(
        [.. format.System is { } system ? [("system", system)] : Array.Empty<(string, string)>(), ("user", problem.Statement)], openAssistant: true);
}
