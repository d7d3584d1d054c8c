namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>What a comparison of two expressions found.</summary>
internal readonly record struct Outcome(Verdict Verdict, string Reason, string Rule)
{
    public bool IsCorrect => Verdict == Verdict.Correct;

    public static Outcome Correct(string reason, string rule) => new(Verdict.Correct, reason, rule);

    public static Outcome Wrong(string reason, string rule) => new(Verdict.Wrong, reason, rule);

    public static Outcome Unknown(string reason, string rule) => new(Verdict.Unknown, reason, rule);
}
