using SynthFarm.Core.Problems.Steps;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>The numbers left while a path is replayed, as the path states them.</summary>
internal sealed class CountdownState(IEnumerable<int> numbers)
{
    private List<long> _left = [.. numbers.Select(number => (long)number)];

    public IReadOnlyList<long> Numbers => _left;

    /// <summary>Takes over what a step says; a step that states no operation leaves the numbers as they are.</summary>
    public void Follow(string step)
    {
        if (OperationLineReader.Read(step) is { } line)
        {
            Follow(line);
        }
    }

    public void Follow(OperationLine line) => _left = line.Remaining is { } stated ? [.. stated] : After(line);

    /// <summary>The numbers left after a step: its stated result, then those it did not use.</summary>
    public List<long> After(OperationLine line)
    {
        var after = new List<long>(_left);
        after.Remove(line.Left);
        after.Remove(line.Right);
        after.Insert(0, line.Result);
        return after;
    }

    /// <summary>Why an operand is not there to be used; null when both are.</summary>
    public string? Missing(OperationLine line)
    {
        foreach (var operand in (ReadOnlySpan<long>)[line.Left, line.Right])
        {
            if (!_left.Contains(operand))
            {
                return $"{operand} is not among {CountdownRules.Join(_left)}";
            }
        }

        return line.Left == line.Right && _left.Count(number => number == line.Left) < 2
            ? $"{line.Left} is only once among {CountdownRules.Join(_left)}"
            : null;
    }
}
