namespace SynthFarm.Core.Answers.Expressions;

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The name or sign in one spelling: <c>sin</c>, <c>&lt;=</c>, <c>[</c>; a number's digits without separators.</param>
/// <param name="Number">A number's value.</param>
/// <param name="Decimals">A number's digits after the point; -1 for an integer without one.</param>
/// <param name="AfterSpace">White space stood before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text = "", Rational Number = default, int Decimals = -1, bool AfterSpace = false);
