namespace SynthFarm.Core.Problems;

/// <summary>Something wrong in a problem file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The byte in the line, from 1.</param>
/// <param name="Field">The field, e.g. <c>answer</c> or <c>meta.numbers</c>; empty when the line as a whole is meant.</param>
/// <param name="Message">What was found and what is allowed; one line, foreign text in it is quoted and cut.</param>
public readonly record struct ProblemLineFault(int Line, int Column, string Field, string Message)
{
    /// <summary><c>line 3, column 17, field answer: found null; ...</c></summary>
    public override string ToString() =>
        Field.Length == 0 ? $"line {Line}, column {Column}: {Message}" : $"line {Line}, column {Column}, field {Field}: {Message}";
}
