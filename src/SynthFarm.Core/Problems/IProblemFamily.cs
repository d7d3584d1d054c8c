using SynthFarm.Core.Answers;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Problems;

/// <summary>
/// A built-in kind of problem that can be generated, solved step by step, and checked step by step. Families give the farm real problems
/// with a known truth: no model, no network.
/// </summary>
/// <remarks>Implementations are pure and thread-safe.</remarks>
public interface IProblemFamily
{
    /// <summary>The value of a problem's <c>kind</c>, e.g. <c>countdown</c>.</summary>
    string Kind { get; }

    /// <summary>Smallest and largest difficulty that can be generated, in the family's own unit (numbers, operations).</summary>
    (int Min, int Max) DifficultyRange { get; }

    IAnswerChecker Answers { get; }

    IStepChecker Steps { get; }

    /// <summary>Draws one problem of a difficulty.</summary>
    /// <param name="random">The only source of randomness.</param>
    /// <param name="difficulty">Within <see cref="DifficultyRange"/>.</param>
    /// <param name="split">Which part of the family's problems to draw from.</param>
    Problem Generate(StableRandom random, int difficulty, FamilySplit split);

    /// <summary>
    /// One correct solution, drawn at random among those the family knows, as step texts in the policy's format: each ends with a line
    /// break but the last, which is <c>Answer: ...</c>. Null when the problem has no solution.
    /// </summary>
    IReadOnlyList<string>? Solve(Problem problem, StableRandom random);

    /// <summary>What is wrong with the problem's fields for this family, naming field, value and what is allowed; empty when nothing is.</summary>
    IReadOnlyList<ProblemFault> Validate(Problem problem);
}
