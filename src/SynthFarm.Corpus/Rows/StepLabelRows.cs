using System.Globalization;
using SynthFarm.Core.Preferences.Labels;

namespace SynthFarm.Corpus.Rows;

/// <summary>Makes the rows of <c>prm</c> and <c>processbench</c>.</summary>
internal static class StepLabelRows
{
    public static IEnumerable<StepLabelRow> Labelled(DerivedProblem problem, string config)
    {
        if (problem.Judged is not { } judged)
        {
            problem.Omit(config, problem.Refusal!);
            return [];
        }

        return problem.Derivations.Labels.Paths(judged, reason => problem.Omit(config, reason)).Select(path => new StepLabelRow
        {
            Prompt = problem.Prompt.Content,
            Id = Id(problem, path.Steps[^1].Id, config),
            Origin = problem.Origin,
            Path = path,
        });
    }

    public static IEnumerable<FirstErrorRow> FirstErrors(DerivedProblem problem, string config)
    {
        if (problem.Judged is not { } judged)
        {
            problem.Omit(config, problem.Refusal!);
            return [];
        }

        return problem.Derivations.Labels.FirstErrors(judged, reason => problem.Omit(config, reason)).Select(found => new FirstErrorRow
        {
            Id = Id(problem, found.Leaf.Id, config),
            Problem = problem.Prompt.Content,
            Steps = [.. judged.Tree.PathTo(found.Leaf.Id).Select(step => StepText(step.Text))],
            IsAnswerCorrect = found.IsAnswerCorrect,
            FirstError = found.Index,
            Origin = problem.Origin,
            LeafId = found.Leaf.Id,
            Answer = found.Leaf.Answer!,
            LabelSource = found.Source,
        });
    }

    /// <summary>A step as an item of a list: without the line breaks at its end, because readers put their own separator there.</summary>
    public static string StepText(string text) => text.TrimEnd('\n');

    private static string Id(DerivedProblem problem, int stepId, string config)
        => RowId.Create(problem.Finished.Problem.Id, problem.Finished.Tree!.Id, stepId.ToString(CultureInfo.InvariantCulture), config, StepLabeller.Version);
}
