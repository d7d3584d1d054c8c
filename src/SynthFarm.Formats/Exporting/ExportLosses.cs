using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Exporting;

/// <summary>Counts what a format cannot hold of problems and trees.</summary>
internal sealed class ExportLosses(ProblemFormat format, FieldNames names, LossLog losses)
{
    private readonly string _noPlace = $"{format.Name} has no field for it";

    /// <summary>Counts for a problem whose records are written from our types.</summary>
    /// <param name="written">The records written.</param>
    public void Count(ExportItem item, IReadOnlyList<ExportedRecord> written)
    {
        var problem = item.Problem;
        foreach (var (field, isThere) in new[]
        {
            ("id", problem.HasGivenId && !ImportMemory.IsDerivedId(problem)), ("kind", problem.Kind is not null), ("source", problem.Source is not null),
            ("topic", problem.Topic is not null), ("level", problem.Level is not null), ("split", problem.Split is not null), ("license", problem.License is not null),
        })
        {
            if (isThere && !format.Carries.Contains(field))
            {
                losses.Add(field, _noPlace);
            }
        }

        foreach (var (name, _) in written.Count == 0 ? [] : written[0].Meta?.Fields ?? [])
        {
            if (name == ImportMemory.Field)
            {
                losses.Add($"meta.{name}", "it was kept for another format");
            }
            else if (!format.Carries.Contains("meta") && (name != ExportedRecord.ReferenceSolution || format.Solutions is SolutionKind.LongThought or SolutionKind.Path))
            {
                losses.Add($"meta.{name}", _noPlace);
            }
        }

        if (item.Tree is { } tree)
        {
            Count(tree, written);
        }
    }

    private void Count(ReasoningTree tree, IReadOnlyList<ExportedRecord> written)
    {
        var hasNoColumn = !format.IsDataSet && format.WritesProblems && names.Solution is null;
        var kept = hasNoColumn ? [] : written.SelectMany(record => record.Leaf is null ? record.Steps : record.Steps.Append(record.Leaf)).Select(step => step.Id).ToHashSet();
        var steps = tree.Steps.Where(step => !step.IsRoot).ToList();
        losses.Add("steps", hasNoColumn ? "--solution-field names no column for them" : "they are on no path that the format holds", steps.Count(step => !kept.Contains(step.Id)));
        losses.Add("steps.reward", _noPlace, steps.Count(step => step.Reward is not null));
        losses.Add("steps.token_ids", _noPlace, steps.Count(step => step.TokenIds.Count > 0));
        losses.Add("steps.monte_carlo", _noPlace, steps.Count(step => step.MonteCarloTotal > 0));
        losses.Add("steps.draws", _noPlace, steps.Count(step => step.Draws > 1 && step.Producer != AnswerSteps.Producer));
        if (format.Solutions is SolutionKind.Reference or SolutionKind.LongThought)
        {
            losses.Add("steps.verdict", _noPlace, steps.Count(step => step.Verdict != Verdict.Unknown));
        }

        if (format.Name != "mr-gsm8k")
        {
            losses.Add("steps.critique", _noPlace, steps.Count(step => step.Critique is { } critique && critique != StepVerdicts.NoReason));
        }
    }
}
