using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Reasoning;

/// <summary>What a step checker found.</summary>
/// <param name="Error">The error's kind; <see cref="StepErrorKind.None"/> when the step is right.</param>
/// <param name="Reason">
/// A clause that names the actual error and can stand in a sentence, e.g. <c>25 - 14 is 11, not 12</c>; empty when the step is right.
/// </param>
public readonly record struct StepFinding(StepErrorKind Error, string Reason)
{
    public static StepFinding Right { get; } = new(StepErrorKind.None, "");

    /// <summary>Correct without error, unknown where the step could not be decided, otherwise wrong.</summary>
    public Verdict Verdict => Error switch
    {
        StepErrorKind.None => Verdict.Correct,
        StepErrorKind.Undecided => Verdict.Unknown,
        _ => Verdict.Wrong,
    };
}
