using SynthFarm.Core.Answers;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>
/// Make a target from numbers, each used at most once, with + - * / and positive integers only. Difficulty is how many numbers there are.
/// Held out are the targets that end in 7.
/// </summary>
public sealed class CountdownFamily : IProblemFamily
{
    public const string KindName = "countdown";

    public CountdownFamily() => Steps = new CountdownStepChecker(Answers);

    public string Kind => KindName;

    public (int Min, int Max) DifficultyRange => (2, CountdownSolver.MaxNumbers);

    public IAnswerChecker Answers { get; } = new CountdownAnswerChecker();

    public IStepChecker Steps { get; }

    /// <inheritdoc/>
    /// <remarks>See <see cref="CountdownGenerator"/>; the level is the difficulty, the source <c>synthfarm:countdown</c>.</remarks>
    public Problem Generate(StableRandom random, int difficulty, FamilySplit split) =>
        CountdownGenerator.Draw(random, difficulty, split).ToProblem();

    /// <inheritdoc/>
    /// <remarks>See <see cref="CountdownSolver"/> for what counts as one solution; each is equally likely.</remarks>
    public IReadOnlyList<string>? Solve(Problem problem, StableRandom random) =>
        CountdownTask.Read(problem) is { } task ? Solve(task, random) : null;

    /// <summary>As <see cref="Solve(Problem, StableRandom)"/>, for a task that need not become a problem first.</summary>
    public static IReadOnlyList<string>? Solve(CountdownTask task, StableRandom random)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.Numbers.Count > CountdownSolver.MaxNumbers || task.Numbers.Any(number => number is < 1 or > CountdownSolver.MaxResult))
        {
            return null;
        }

        Span<CountdownOperation> operations = stackalloc CountdownOperation[CountdownSolver.MaxNumbers];
        var count = CountdownSolver.Draw([.. task.Numbers], task.Target, random, operations);
        return count == 0 ? null : CountdownSolution.Write(task.Numbers, operations[..count]);
    }

    public IReadOnlyList<ProblemFault> Validate(Problem problem) => CountdownFields.Validate(problem);
}
