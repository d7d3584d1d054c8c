using SynthFarm.Core.Answers.Equivalence;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Rules;

/// <summary>
/// Stands where published rules ask a computer algebra system whether a difference simplifies to zero: the same question to this project's
/// exact arithmetic and bounded evaluation, without its leniency for units, rounding or shape.
/// </summary>
internal static class SymbolicEquality
{
    public static bool Holds(string x, string y)
    {
        if (MathParser.Parse(x, CommaReading.Separator).Node is not { } left || MathParser.Parse(y, CommaReading.Separator).Node is not { } right)
        {
            return false;
        }

        try
        {
            var work = new WorkBudget(WorkBudget.DefaultUnits, TimeProvider.System, AnswerEquivalence.TimeLimit);
            return ScalarComparer.Create(work).Compare(left, right) is { IsCorrect: true } outcome && outcome.Rule != RuleNames.Rounding;
        }
        catch (WorkLimitException)
        {
            // The published rules give up after seconds, and take that for wrong.
            return false;
        }
    }
}
