namespace SynthFarm.Core.Answers.Expressions;

/// <summary>A parsed text, or why it could not be parsed.</summary>
internal readonly record struct ParsedMath(MathNode? Node, string? Fault);
