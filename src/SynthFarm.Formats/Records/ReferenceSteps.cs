using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Records;

/// <summary>Makes a chain of steps of a solution that is one text.</summary>
internal static class ReferenceSteps
{
    /// <summary>The solution cut into steps, the last of which states the answer.</summary>
    /// <param name="solution">The text; the steps joined are this text again.</param>
    /// <param name="answer">The answer it states; null for none.</param>
    /// <param name="producer">Who wrote it.</param>
    /// <param name="label">Whether the data set calls the answer right.</param>
    public static ImportedSolution Of(string solution, string? answer, string producer, bool? label = null)
    {
        var steps = ImportedStep.Chain(StepSplitter.Split(solution), producer).ToList();
        if (answer is not null)
        {
            // A text of nothing but the answer is a path of one step.
            steps = steps.Count == 0
                ? [new ImportedStep(-1, AnswerSteps.Line(answer)) { Producer = producer, States = answer, IsAnswer = true }]
                : [.. steps[..^1], steps[^1] with { States = answer }];
        }

        return new ImportedSolution { Steps = steps, Label = label };
    }
}
