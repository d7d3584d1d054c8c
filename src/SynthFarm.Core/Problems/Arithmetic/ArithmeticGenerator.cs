using System.Globalization;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>
/// Draws expressions whose operands are 1 to 99 and whose intermediate results all stay in 0 to 999. A random binary tree is built from the
/// leaves: at each node one of + - * is drawn; an operator that would leave the range gives way to the next one, with the larger side first
/// where it is a difference. Parentheses stand exactly where the tree needs them.
/// </summary>
public static class ArithmeticGenerator
{
    public const int MaxOperand = 99;
    public const int MaxResult = 999;

    /// <summary>Whether a statement is kept for evaluation: a tenth of all, by the FNV-1a hash of its characters.</summary>
    public static bool IsHeldOut(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var hash = 14695981039346656037UL;
        foreach (var c in statement)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return (hash >> 32) % 10 == 0;
    }

    /// <summary>Draws a statement, e.g. <c>Compute 37 + 4 * (12 - 5) - 9.</c></summary>
    /// <param name="random">The only source of randomness.</param>
    /// <param name="operations">How many operations; at least 1.</param>
    /// <param name="split">Which statements to draw from.</param>
    /// <param name="value">The expression's value.</param>
    public static string Draw(StableRandom random, int operations, FamilySplit split, out int value)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(operations, 1);
        while (true)
        {
            var node = Grow(random, operations);
            var statement = $"Compute {node.Text}.";
            if (split == FamilySplit.All || IsHeldOut(statement) == (split == FamilySplit.HeldOut))
            {
                value = node.Value;
                return statement;
            }
        }
    }

    private static Node Grow(StableRandom random, int operations)
    {
        if (operations == 0)
        {
            return Leaf(random.Next(1, MaxOperand));
        }

        // Half of the right sides are single numbers, so that chains without parentheses are common.
        var rightOperations = random.Next(2) == 0 ? 0 : random.Next(operations);
        var left = Grow(random, operations - 1 - rightOperations);
        var right = Grow(random, rightOperations);
        var choice = random.Next(3);
        if (choice == 2 && left.Value is > 0 and <= MaxResult / 2 && right.IsLeaf && left.Value * right.Value > MaxResult)
        {
            right = Leaf(random.Next(2, MaxResult / left.Value));
        }

        if (choice == 2 && left.Value * right.Value <= MaxResult)
        {
            return new Node($"{left.In(2)} * {right.In(3)}", left.Value * right.Value, 2);
        }

        if (choice == 0 && left.Value + right.Value <= MaxResult)
        {
            return new Node($"{left.In(1)} + {right.In(2)}", left.Value + right.Value, 1);
        }

        var (high, low) = left.Value >= right.Value ? (left, right) : (right, left);
        return new Node($"{high.In(1)} - {low.In(2)}", high.Value - low.Value, 1);
    }

    private static Node Leaf(int value) => new(value.ToString(CultureInfo.InvariantCulture), value, 3);

    /// <summary>Precedence: 1 for + and -, 2 for *, 3 for a number.</summary>
    private readonly record struct Node(string Text, int Value, int Precedence)
    {
        public bool IsLeaf => Precedence == 3;

        public string In(int precedence) => Precedence >= precedence ? Text : $"({Text})";
    }
}
