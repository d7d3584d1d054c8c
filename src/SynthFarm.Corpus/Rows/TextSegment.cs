namespace SynthFarm.Corpus.Rows;

/// <summary>Which step a piece of the assistant's message came from. In order, the pieces make up the whole message.</summary>
/// <param name="StepId">The step; -1 for the marks around the thought, which come from no step.</param>
/// <param name="Kind"><c>step</c>, <c>excursion</c>, <c>reflection</c>, <c>answer</c> or <c>mark</c>.</param>
/// <param name="Length">Length in Unicode code points, so that slicing works as in Python.</param>
public readonly record struct TextSegment(int StepId, string Kind, int Length)
{
    /// <summary>The kind of the marks around the thought.</summary>
    public const string Mark = "mark";
}
