using SynthFarm.Core.Answers;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Records;

/// <summary>Makes a record of a question and a response that may set its thought apart.</summary>
internal static class ResponseSteps
{
    /// <summary>Why a record without any answer is left out.</summary>
    public const string NoAnswer = "no answer is announced and none is given";

    /// <param name="gold">The gold answer; null where the response's own answer stands for it.</param>
    /// <param name="thought">Empty where the form has none.</param>
    /// <returns>Null when there is neither a gold answer nor a stated one.</returns>
    public static ImportedRecord? Record(string question, string? gold, string thought, string solution, ThoughtForm form, string producer)
    {
        var isPlain = form == ThoughtForm.Plain;
        var stated = StatedAnswer.Of(solution) ?? (!isPlain && IsBare(solution) ? solution.Trim() : null);
        if ((gold ?? stated) is not { } answer)
        {
            return null;
        }

        var steps = isPlain
            ? ReferenceSteps.Of(solution, stated, producer).Steps
            : WithSolution(ImportedStep.Chain(StepSplitter.Split(thought), producer), solution, stated, producer);
        return new ImportedRecord
        {
            Statement = question,
            Answer = AnswerSteps.OneLine(answer),
            Solution = new ImportedSolution { Steps = steps, Form = form.Name },
        };
    }

    private static IReadOnlyList<ImportedStep> WithSolution(IReadOnlyList<ImportedStep> thought, string solution, string? stated, string producer) =>
        [.. thought, new ImportedStep(thought.Count - 1, solution) { Producer = producer, States = stated, IsAnswer = true }];

    /// <summary>Whether a solution is nothing but an answer.</summary>
    private static bool IsBare(string solution) => solution.Trim() is { Length: > 0 } text && TextAnswerExtraction.Extract(text) == text;
}
