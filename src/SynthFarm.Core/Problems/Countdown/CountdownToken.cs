namespace SynthFarm.Core.Problems.Countdown;

/// <summary>A token of an answer.</summary>
/// <param name="Kind"><c>n</c> a number, <c>( )</c> any bracket, <c>+ - * / =</c>, <c>f</c> a TeX fraction.</param>
/// <param name="Value">The number's value.</param>
/// <param name="Bracket">The bracket as written.</param>
internal readonly record struct CountdownToken(char Kind, long Value = 0, char Bracket = '\0');
