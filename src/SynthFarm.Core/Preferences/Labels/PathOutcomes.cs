namespace SynthFarm.Core.Preferences.Labels;

/// <summary>How the paths through a step ended, each counted as often as it was drawn.</summary>
/// <param name="Correct">Ended with a correct answer.</param>
/// <param name="Ended">Ended at all; paths whose answer could not be decided are not counted.</param>
public readonly record struct PathOutcomes(int Correct, int Ended)
{
    /// <summary>Whether a correct answer was found below (or at) the step.</summary>
    public bool HasCorrect => Correct > 0;

    /// <summary>Whether a path below (or at) the step ended with a wrong answer or with none.</summary>
    public bool HasWrong => Ended > Correct;
}
