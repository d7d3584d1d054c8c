namespace SynthFarm.Formats.Importing;

/// <summary>Stated answers by verdict, and how the verdicts compare with the data set's own labels.</summary>
/// <param name="Correct">Our checker confirms them.</param>
/// <param name="Wrong">It refutes them, or the data set calls them wrong and there is no gold answer.</param>
/// <param name="Unknown">It cannot decide.</param>
/// <param name="LabelAgrees">The data set's label and our verdict say the same.</param>
/// <param name="LabelDiffers">They do not; the label is kept as the verdict of the step.</param>
public readonly record struct ImportedAnswers(long Correct, long Wrong, long Unknown, long LabelAgrees, long LabelDiffers);
