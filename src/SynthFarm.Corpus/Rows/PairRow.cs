using SynthFarm.Core.Preferences;

namespace SynthFarm.Corpus.Rows;

/// <summary>A row of <c>dpo</c>, <c>dpo_pairs</c>, <c>dpo_steps</c> or <c>dpo_thoughts</c>: a preference pair.</summary>
public sealed record PairRow
{
    /// <summary>The user's turn, which is the statement verbatim.</summary>
    public required IReadOnlyList<ChatMessage> Prompt { get; init; }

    public required string Id { get; init; }

    public required RowOrigin Origin { get; init; }

    public required PreferencePair Pair { get; init; }

    /// <summary>The answer the chosen leaf states; null for a step that states none.</summary>
    public string? ChosenAnswer { get; init; }

    public string? RejectedAnswer { get; init; }

    /// <summary>Length of the beginning both texts share because their paths share steps, in Unicode code points.</summary>
    public required int SharedLength { get; init; }

    /// <summary>The seed the choice started from.</summary>
    public required long DerivationSeed { get; init; }
}
