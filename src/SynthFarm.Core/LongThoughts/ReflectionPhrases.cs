using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.LongThoughts;

/// <summary>The sentences in which a thought notices an error and goes back; which one is drawn by seed.</summary>
internal static class ReflectionPhrases
{
    private static readonly string[] Noticing =
    [
        "Wait, {0}.", "Hmm, {0}.", "No, {0}.", "Let me check that: {0}.", "That does not work: {0}.", "Actually, {0}.",
    ];

    private static readonly string[] ReturningToStep =
    [
        "Let me go back to {0}.", "Going back to {0}.", "Back to {0}, and try something else.", "I return to {0}.",
    ];

    private static readonly string[] ReturningToStart =
    [
        "Let me start again.", "Back to the beginning.", "Let me try something different from the start.", "I start over.",
    ];

    /// <summary>One reflection, a line of its own.</summary>
    /// <param name="reason">A clause that names the error.</param>
    /// <param name="place">The step gone back to, without its line break; null for the start.</param>
    public static string Compose(string reason, string? place, StableRandom random)
    {
        var notice = Pick(Noticing, random).Replace("{0}", reason, StringComparison.Ordinal);
        var back = place is null ? Pick(ReturningToStart, random) : Pick(ReturningToStep, random).Replace("{0}", place, StringComparison.Ordinal);
        return $"{notice} {back}\n";
    }

    private static string Pick(string[] phrases, StableRandom random) => phrases[random.Next(phrases.Length)];
}
