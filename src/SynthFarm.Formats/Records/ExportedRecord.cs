using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Records;

/// <summary>What a writer makes a record of: a problem and, where there is one, a solution.</summary>
internal sealed record ExportedRecord
{
    /// <summary>The field of <c>meta</c> with a problem's reference solution.</summary>
    public const string ReferenceSolution = "solution";

    public required Problem Problem { get; init; }

    /// <summary>The tree the solution is from; null for a problem alone.</summary>
    public ReasoningTree? Tree { get; init; }

    /// <summary>The solution's steps without the one that states the answer; with siblings where the format keeps them.</summary>
    public IReadOnlyList<ReasoningStep> Steps { get; init; } = [];

    /// <summary>The step that states the answer; null when the path states none.</summary>
    public ReasoningStep? Leaf { get; init; }

    /// <summary>The text before the solution, or the whole text where it is not set apart.</summary>
    public string Thought { get; init; } = "";

    /// <summary>The text behind the thought.</summary>
    public string Solution { get; init; } = "";

    /// <summary>How the text sets the thought apart; null for the format's own way.</summary>
    public ThoughtForm? Form { get; init; }

    /// <summary>Place of the first wrong step; -1 when all are right, null when that cannot be said.</summary>
    public int? FirstWrong { get; init; }

    /// <summary>Whether the solution came from a record of the format that is written.</summary>
    public bool IsImported { get; init; }

    /// <summary>The problem's <c>meta</c>; null when it has none.</summary>
    public RecordValue? Meta => RecordJson.OfElement(Problem.Meta);

    /// <summary>The reference solution, where an import found one.</summary>
    public string? Reference => Meta?[ReferenceSolution] is { IsText: true } text ? text.Text : null;

    /// <summary>The solution of a record that was imported, by the ids of its steps.</summary>
    public static ExportedRecord OfSteps(ReasoningTree tree, IReadOnlyList<ReasoningStep> steps, string? form)
    {
        var last = steps.Count == 0 ? null : steps[^1];
        var leaf = last is null ? null
            : last.Terminal == TerminalKind.Answer ? last
            : tree.Children(last.Id).Select(id => tree[id]).FirstOrDefault(child => child is { Terminal: TerminalKind.Answer, Producer: AnswerSteps.Producer });
        var reasoning = steps.Where(step => step != leaf).ToList();
        return new ExportedRecord
        {
            Problem = tree.Problem,
            Tree = tree,
            Steps = reasoning,
            Leaf = leaf,
            Thought = string.Concat(reasoning.Select(step => step.Text)),
            Solution = leaf is { Answer: { } answer } && leaf == last ? AnswerSteps.Open(leaf.Text, answer) : "",
            Form = form is null ? null : ThoughtForm.Named(form),
            FirstWrong = StepVerdicts.FirstWrong(reasoning),
            IsImported = true,
        };
    }

    /// <summary>The whole response in a form.</summary>
    public string Response(ThoughtForm usual) => (Form ?? usual) is var form && form == ThoughtForm.Plain ? Thought + Solution : form.Join(Thought, Solution);
}
