using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.ProcessBench;

/// <summary>
/// ProcessBench (Qwen): <c>id</c> of the solution, <c>generator</c>, <c>problem</c>, <c>steps</c> (paragraphs), <c>final_answer_correct</c> and
/// <c>label</c>, the place from 0 of the first wrong paragraph, -1 when all are right. There is no gold answer: a solution whose final answer is
/// called right gives it.
/// </summary>
internal sealed class ProcessBenchReader : IFormatReader
{
    /// <summary>What stands between paragraphs.</summary>
    public const string Delimiter = "\n\n";

    public ReadOutcome Read(RecordFields record)
    {
        var problem = record.Text("problem");
        var texts = record.Texts("steps");
        if (record.Find("steps") is { Items.Count: 0, Kind: System.Text.Json.JsonValueKind.Array } empty)
        {
            record.Fault(empty, "steps", "found no step; allowed is at least one");
        }

        var label = record.Integer("label", -1, Math.Max(texts.Count - 1, -1));
        var isCorrect = record.Flag("final_answer_correct");
        var generator = record.OptionalText("generator");
        if (!record.IsSound)
        {
            return ReadOutcome.None;
        }

        var answer = StatedAnswer.Of(string.Join(Delimiter, texts));
        var steps = StepVerdicts.Mark(ImportedStep.Chain(texts.Select(text => text + Delimiter), generator ?? "processbench"), label!.Value).ToList();
        steps[^1] = steps[^1] with { States = answer };
        return new ImportedRecord
        {
            Statement = problem,
            Answer = isCorrect == true ? answer : null,
            Solution = new ImportedSolution { Steps = steps, Label = isCorrect },
        };
    }
}
