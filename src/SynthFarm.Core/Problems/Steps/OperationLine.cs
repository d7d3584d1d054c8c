namespace SynthFarm.Core.Problems.Steps;

/// <summary>A step that states one operation, as read: <c>25 - 14 = 11</c> or <c>25 - 14 = 11; left: 11, 7, 32</c>.</summary>
/// <param name="Left">The operand written first.</param>
/// <param name="Symbol">One of <c>+ - * /</c>, whatever sign the text used.</param>
/// <param name="Right">The operand written second.</param>
/// <param name="Result">The result the step states; may be negative.</param>
/// <param name="Remaining">The numbers it says are left; null when it says nothing of them.</param>
internal sealed record OperationLine(long Left, char Symbol, long Right, long Result, IReadOnlyList<long>? Remaining)
{
    public string Operation => $"{Left} {Symbol} {Right}";
}
