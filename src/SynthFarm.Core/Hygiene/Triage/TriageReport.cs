namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>What triage found about one problem.</summary>
/// <param name="Findings">In the order of <see cref="TriageClass"/>, each class at most once; empty for a plain problem.</param>
/// <param name="AnswerType">The form of the gold answer.</param>
/// <param name="Choice">How the gold answer of a multiple-choice problem names its option; null for other problems.</param>
public sealed record TriageReport(IReadOnlyList<TriageFinding> Findings, AnswerType AnswerType, GoldChoice? Choice)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsPlain => Findings.Count == 0;
}
