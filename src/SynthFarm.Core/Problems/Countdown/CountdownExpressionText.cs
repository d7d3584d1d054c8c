namespace SynthFarm.Core.Problems.Countdown;

/// <summary>What was read of an answer's text.</summary>
/// <param name="Expression">The expression; null when the text holds none that countdown allows.</param>
/// <param name="StatedValue">The number beyond an equals sign, where there is one.</param>
/// <param name="Reason">Why there is no expression: a clause.</param>
/// <param name="IsReadable">Without an expression, whether the text is readable but uses what countdown does not allow.</param>
internal readonly record struct CountdownExpressionText(
    CountdownExpression? Expression, long? StatedValue = null, string Reason = "", bool IsReadable = true);
