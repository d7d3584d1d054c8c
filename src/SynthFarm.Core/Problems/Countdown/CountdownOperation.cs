namespace SynthFarm.Core.Problems.Countdown;

/// <summary>One operation of a countdown solution on a list of numbers.</summary>
/// <param name="First">Index of the operand that stands first in the list.</param>
/// <param name="Second">Index of the other operand; above <paramref name="First"/>.</param>
/// <param name="Symbol">One of <c>+ - * /</c>.</param>
/// <param name="Swapped">Whether the operand at <paramref name="Second"/> is written first, as <c>-</c> and <c>/</c> may need.</param>
/// <param name="Result">The result, a positive integer.</param>
public readonly record struct CountdownOperation(int First, int Second, char Symbol, bool Swapped, int Result);
