using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Corpus.Rows;

/// <summary>Who judges a problem's answers and steps when rows are derived and checked.</summary>
/// <param name="Answers">The answer checker of a problem.</param>
/// <param name="Steps">The step checker of a problem's family; null for problems without one.</param>
public sealed record ProblemJudges(Func<Problem, IAnswerChecker> Answers, Func<Problem, IStepChecker?> Steps)
{
    /// <summary>The checkers of the built-in families, and the general one for all other problems.</summary>
    public static ProblemJudges BuiltIn { get; } = new(AnswerCheckers.For, problem => ProblemFamilies.Find(problem.Kind)?.Steps);
}
