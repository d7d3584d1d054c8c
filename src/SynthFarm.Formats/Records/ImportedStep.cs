using SynthFarm.Core.Answers;

namespace SynthFarm.Formats.Records;

/// <summary>A step of a solution.</summary>
/// <param name="Parent">Its place in the solution's list; -1 for the problem.</param>
/// <param name="Text">The step with its delimiter.</param>
internal sealed record ImportedStep(int Parent, string Text)
{
    /// <summary>The data set's judgement of the step.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What is wrong with it; null where nobody says.</summary>
    public string? Critique { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Producer { get; init; }

    /// <summary>The answer that is stated here; null for none. A step of its own, "Answer: ...", then states it.</summary>
    public string? States { get; init; }

    /// <summary>Whether the step is itself the one that states the answer, as the solution behind a thought.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>A chain: each step the parent of the next.</summary>
    public static IReadOnlyList<ImportedStep> Chain(IEnumerable<string> texts, string producer) =>
        [.. texts.Select((text, i) => new ImportedStep(i - 1, text) { Producer = producer })];
}
