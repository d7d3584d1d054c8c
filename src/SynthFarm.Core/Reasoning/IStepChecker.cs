using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Reasoning;

/// <summary>Judges one step of a path by rule and names what is wrong with it.</summary>
/// <remarks>Pure and thread-safe; throws for no text whatever; what it cannot read or decide is a finding of its own.</remarks>
public interface IStepChecker
{
    /// <summary>Name and version, e.g. <c>countdown/1</c>; rows record it as the source of a critique.</summary>
    string Version { get; }

    /// <summary>Checks <paramref name="step"/> as the continuation of <paramref name="path"/>, both as step texts.</summary>
    /// <param name="path">The texts of the steps before it, in order; it may itself hold wrong steps.</param>
    StepFinding Check(Problem problem, IReadOnlyList<string> path, string step);
}
