using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Answers;

/// <summary>
/// Decides whether an answer to a problem is right.
/// </summary>
/// <remarks>
/// Implementations are pure and thread-safe: they execute nothing, read no clock, throw for no text whatever, and always end: work is
/// bounded by units, and what exceeds them is <see cref="Verdict.Unknown"/>. The same input gives the same verdict for one
/// <see cref="Version"/>; a change that can turn a verdict gets a new version.
/// </remarks>
public interface IAnswerChecker
{
    /// <summary>Name and version, e.g. <c>countdown/1</c>; stored in every row as <c>verifier</c> and part of a run's hash.</summary>
    string Version { get; }

    /// <summary>The answer stated in a response, or null when it states none. For a bare answer: that answer.</summary>
    string? Extract(string response);

    /// <summary>Checks an extracted answer. The gold answer is the problem's.</summary>
    AnswerVerdict Check(Problem problem, string answer);
}
