namespace SynthFarm.Core.Selection.Difficulty;

/// <summary>What is believed of a problem before its draws are counted: a Beta prior.</summary>
public sealed record DifficultyOptions
{
    /// <summary>Correct draws counted in advance. Default 1. Above 0, at most 1000.</summary>
    public double PriorCorrect { get; init; } = 1;

    /// <summary>Wrong draws counted in advance. Default 1. Above 0, at most 1000.</summary>
    public double PriorWrong { get; init; } = 1;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!(PriorCorrect is > 0 and <= 1000))
        {
            yield return $"{path}.priorCorrect is {PriorCorrect}; allowed is above 0, at most 1000.";
        }

        if (!(PriorWrong is > 0 and <= 1000))
        {
            yield return $"{path}.priorWrong is {PriorWrong}; allowed is above 0, at most 1000.";
        }
    }
}
