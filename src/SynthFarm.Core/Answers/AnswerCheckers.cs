using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Answers;

/// <summary>Finds the answer checker for a problem.</summary>
public static class AnswerCheckers
{
    /// <summary>The checker of the problem's family, or the one for general text.</summary>
    public static IAnswerChecker For(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ForKind(problem.Kind);
    }

    /// <summary>The checker for a problem's <c>kind</c>; null and unknown kinds are general text.</summary>
    public static IAnswerChecker ForKind(string? kind) => ProblemFamilies.Find(kind)?.Answers ?? TextAnswerChecker.Instance;
}
