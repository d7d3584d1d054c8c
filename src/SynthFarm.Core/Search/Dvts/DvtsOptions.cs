namespace SynthFarm.Core.Search.Dvts;

/// <summary>Options of <see cref="DvtsSearch"/>.</summary>
public sealed record DvtsOptions
{
    /// <summary>How many subtrees (n/M of search-and-learn). Default 4. 1 to 1024.</summary>
    public int Subtrees { get; init; } = 4;

    /// <summary>How many continuations are drawn per step of a subtree (M). Default 4, as there. 1 to 256.</summary>
    public int SamplesPerStep { get; init; } = 4;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Subtrees is < 1 or > 1024)
        {
            yield return $"{path}.subtrees is {Subtrees}; allowed are 1 to 1024.";
        }

        if (SamplesPerStep is < 1 or > 256)
        {
            yield return $"{path}.samplesPerStep is {SamplesPerStep}; allowed are 1 to 256.";
        }

        if ((long)Subtrees * SamplesPerStep > ushort.MaxValue)
        {
            yield return $"{path}.subtrees is {Subtrees}; times samplesPerStep it is {(long)Subtrees * SamplesPerStep}, and at most {ushort.MaxValue} is allowed.";
        }
    }
}
