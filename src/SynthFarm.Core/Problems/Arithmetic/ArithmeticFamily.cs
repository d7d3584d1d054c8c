using System.Globalization;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>
/// Compute an expression over + - * and parentheses. Difficulty is the number of operations. Held out is a tenth of the statements, by hash.
/// </summary>
public sealed class ArithmeticFamily : IProblemFamily
{
    public const string KindName = "arithmetic";

    public ArithmeticFamily() => Steps = new ArithmeticStepChecker(Answers);

    public string Kind => KindName;

    public (int Min, int Max) DifficultyRange => (2, 16);

    public IAnswerChecker Answers { get; } = new ArithmeticAnswerChecker();

    public IStepChecker Steps { get; }

    /// <inheritdoc/>
    /// <remarks>See <see cref="ArithmeticGenerator"/>; the level is the difficulty, the source <c>synthfarm:arithmetic</c>.</remarks>
    public Problem Generate(StableRandom random, int difficulty, FamilySplit split)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(difficulty, DifficultyRange.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(difficulty, DifficultyRange.Max);
        var statement = ArithmeticGenerator.Draw(random, difficulty, split, out var value);
        return Problem.Create(new ProblemFields
        {
            Statement = statement,
            Answer = value.ToString(CultureInfo.InvariantCulture),
            Kind = KindName,
            Source = "synthfarm:arithmetic",
            Level = difficulty.ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <inheritdoc/>
    /// <remarks>There is one solution, in the usual order; <paramref name="random"/> is not drawn from.</remarks>
    public IReadOnlyList<string>? Solve(Problem problem, StableRandom random)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ArithmeticSolver.Solve(problem.Statement);
    }

    public IReadOnlyList<ProblemFault> Validate(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (ArithmeticExpressionReader.ReadStatement(problem.Statement) is not { } expression)
        {
            return
            [
                new ProblemFault(
                    "problem",
                    $"found {QuotedText.Of(problem.Statement)}; allowed is 'Compute ', an expression over + - * and parentheses with at most "
                    + $"{ArithmeticExpressionReader.MaxOperations} operations, and a full stop"),
            ];
        }

        if (Rational.Parse(problem.Answer) is not { Denominator.IsOne: true } answer)
        {
            return [new ProblemFault("answer", $"found {QuotedText.Of(problem.Answer)}; allowed is an integer")];
        }

        return expression.Value() is { } value && answer.Numerator != value
            ? [new ProblemFault("answer", $"found {answer.ToShortText()}; the expression's value is {value}")]
            : [];
    }
}
