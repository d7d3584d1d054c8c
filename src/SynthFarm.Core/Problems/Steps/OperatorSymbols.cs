namespace SynthFarm.Core.Problems.Steps;

/// <summary>The signs that are read as one of the four operations.</summary>
internal static class OperatorSymbols
{
    /// <summary>The ASCII operator a sign stands for; <c>\0</c> when it is none.</summary>
    public static char ToAscii(char sign) => sign switch
    {
        '+' or '＋' => '+',
        '-' or '−' or '–' or '－' => '-',
        '*' or '×' or '·' or '⋅' or '∙' or '✕' or '∗' => '*',
        '/' or '÷' or '∕' or '⁄' => '/',
        _ => '\0',
    };
}
