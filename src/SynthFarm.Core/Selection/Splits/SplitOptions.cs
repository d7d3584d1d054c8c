namespace SynthFarm.Core.Selection.Splits;

/// <summary>Which share of the problems that would be trained on is held out instead.</summary>
public sealed record SplitOptions
{
    /// <summary>For the test split. Default 0. 0 to 0.9.</summary>
    public double Test { get; init; }

    /// <summary>For the validation split. Default 0. 0 to 0.9.</summary>
    public double Validation { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        foreach (var (key, share) in new[] { ("test", Test), ("validation", Validation) })
        {
            if (!(share is >= 0 and <= 0.9))
            {
                yield return $"{path}.{key} is {share}; allowed are 0 to 0.9.";
            }
        }

        if (Test + Validation > 0.9)
        {
            yield return $"{path}.validation is {Validation} beside {path}.test, {Test}; together at most 0.9 is allowed.";
        }
    }
}
