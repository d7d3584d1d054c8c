using SynthFarm.Inference.Tokenization;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>
/// The tokenizer of the shipped models: every integer from 0 to 999 and every turn of phrase of the two families and of long thoughts is one
/// token; anything else is spelled byte by byte, so that every text round-trips. Whole numbers as tokens are what lets a tiny model compute.
/// </summary>
public static class TinyTokenizer
{
    /// <summary>Ends every response and every training row.</summary>
    public const string EndOfText = "<|endoftext|>";

    private static readonly string[] Statements =
    [
        "Using the numbers ", ", each at most once, and the operations + - * /, make ", "Compute ",
    ];

    private static readonly string[] Steps =
    [
        " + ", " - ", " * ", " / ", " = ", ", ", "; left: ", "Answer: ", ".\n",
    ];

    private static readonly string[] Thoughts =
    [
        "<think>\n", "</think>\n\n",
        "Wait, ", "Hmm, ", "No, ", "Let me check that: ", "That does not work: ", "Actually, ",
        ". Let me go back to ", ". Going back to ", ". Back to ", ", and try something else", ". I return to ",
        ". Let me start again", ". Back to the beginning", ". Let me try something different from the start", ". I start over",
        " is ", ", not ", " is not among ", " is negative", " is not a whole number", " cannot be reached from ", " makes ",
        "after ", " the numbers left are ",
    ];

    /// <summary>Builds it; the same ids every time.</summary>
    public static Tokenizer Build()
    {
        var builder = new TokenizerBuilder().AddEndOfText(EndOfText).AddIntegers(0, 999);
        foreach (var phrase in Statements.Concat(Steps).Concat(Thoughts))
        {
            builder.AddPhrase(phrase);
        }

        return builder.Build();
    }
}
