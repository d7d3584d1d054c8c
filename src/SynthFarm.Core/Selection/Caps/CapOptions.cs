namespace SynthFarm.Core.Selection.Caps;

/// <summary>Most rows of a group; null for no cap.</summary>
public sealed record CapOptions
{
    /// <summary>Most rows of a problem. Default null. At least 1.</summary>
    public int? PerProblem { get; init; }

    /// <summary>Most rows of a problem that state the same answer, case and white space apart. Default null. At least 1.</summary>
    public int? PerAnswer { get; init; }

    /// <summary>Most rows of a topic. Default null. At least 1.</summary>
    public int? PerTopic { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        foreach (var (key, value) in new[] { ("perProblem", PerProblem), ("perAnswer", PerAnswer), ("perTopic", PerTopic) })
        {
            if (value < 1)
            {
                yield return $"{path}.{key} is {value}; at least 1 is allowed.";
            }
        }
    }
}
