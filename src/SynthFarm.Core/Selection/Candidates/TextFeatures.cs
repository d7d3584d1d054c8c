namespace SynthFarm.Core.Selection.Candidates;

/// <summary>What is kept of a row's text. See <see cref="TextFeatureReader"/>.</summary>
public sealed record TextFeatures
{
    /// <summary>Of a row without text.</summary>
    public static TextFeatures None { get; } = new();

    /// <summary>Hash of the problem's statement, case and white space levelled.</summary>
    public UInt128 ProblemHash { get; init; }

    /// <summary>Hash of statement and response, case and white space levelled.</summary>
    public UInt128 ConversationHash { get; init; }

    /// <summary>Share of the response's word 4-grams that repeat an earlier one, 0 to 1.</summary>
    public double Repetition { get; init; }

    /// <summary>The first word of the forbidden list that the response holds; null for none.</summary>
    public string? ForbiddenWord { get; init; }

    /// <summary>Whether the response holds a word of the required list; true when the list is empty.</summary>
    public bool HasRequiredWord { get; init; } = true;

    /// <summary>Where statement and response lie among others.</summary>
    public HashedVector Vector { get; init; } = HashedVector.Zero;
}
