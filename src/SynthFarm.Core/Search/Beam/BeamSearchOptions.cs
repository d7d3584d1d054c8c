namespace SynthFarm.Core.Search.Beam;

/// <summary>Options of <see cref="BeamSearch"/>.</summary>
public sealed record BeamSearchOptions
{
    /// <summary>How many steps are extended per depth (K of the O1 Replication Journey, section 6.5). Default 4. 1 to 256.</summary>
    public int Width { get; init; } = 4;

    /// <summary>How many continuations are drawn per extended step (its w). Default 4. 1 to 256.</summary>
    public int SamplesPerStep { get; init; } = 4;

    /// <summary>
    /// How many first steps are drawn. Default 0, which means <see cref="Width"/> times <see cref="SamplesPerStep"/>, so that the first
    /// depth costs as much as the others. 0 to 4096.
    /// </summary>
    public int RootSamples { get; init; }

    /// <summary>Which steps go on. Default <see cref="BeamKeep.Best"/>.</summary>
    public BeamKeep Keep { get; init; }

    /// <summary>
    /// The score from which a step counts as judged correct where the reward model gives no verdict. Only with
    /// <see cref="BeamKeep.JudgedCorrect"/>. Default 0.5. Above 0, at most 1.
    /// </summary>
    public double CorrectThreshold { get; init; } = 0.5;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Width is < 1 or > 256)
        {
            yield return $"{path}.width is {Width}; allowed are 1 to 256.";
        }

        if (SamplesPerStep is < 1 or > 256)
        {
            yield return $"{path}.samplesPerStep is {SamplesPerStep}; allowed are 1 to 256.";
        }

        if (RootSamples is < 0 or > 4096)
        {
            yield return $"{path}.rootSamples is {RootSamples}; allowed are 0 (width times samplesPerStep) to 4096.";
        }

        if (!(CorrectThreshold > 0 && CorrectThreshold <= 1))
        {
            yield return $"{path}.correctThreshold is {CorrectThreshold}; allowed is above 0 and at most 1.";
        }
    }
}
