using System.Globalization;
using System.Text;
using System.Text.Json;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.TestKit.Reasoning;

/// <summary>Trees as text, so that two of them can be compared and a difference read.</summary>
public static class TreeText
{
    /// <summary>One line per step with everything that is known about it; equal trees give equal text.</summary>
    public static string Describe(ReasoningTree tree, bool withStatistics = false)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var text = new StringBuilder($"tree {tree.Id} of {tree.Problem.Id}\n");
        foreach (var step in tree.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"{step.Id}<{step.ParentId} d{step.Depth} s{step.SiblingIndex} x{step.Draws} ")
                .Append(JsonSerializer.Serialize(step.Text))
                .Append(CultureInfo.InvariantCulture, $" [{string.Join(' ', step.TokenIds)}] {step.MeanLogProb:R} {step.Reward:R} {step.Verdict}")
                .Append(CultureInfo.InvariantCulture, $" {step.Critique}/{step.CritiqueSource} {step.MonteCarloCorrect}/{step.MonteCarloTotal}")
                .Append(CultureInfo.InvariantCulture, $" {step.Terminal} {step.Answer} {step.AnswerVerdict} {step.Producer} r{step.Round}");
            if (withStatistics)
            {
                var statistics = tree.Statistics(step.Id);
                text.Append(CultureInfo.InvariantCulture, $" v{statistics.Visits} {statistics.Value:R} {statistics.Pruned}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A new tree that holds the first <paramref name="steps"/> steps of another (the root not counted), as a resumed run would rebuild it.</summary>
    /// <remarks>The new tree has the other one's id unless <paramref name="id"/> is given.</remarks>
    public static ReasoningTree Prefix(ReasoningTree tree, int steps, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var prefix = new ReasoningTree(id ?? tree.Id, tree.Problem);
        foreach (var step in tree.Steps.Skip(1).Take(steps))
        {
            prefix.Append(step.ParentId, new StepDraft
            {
                Text = step.Text,
                TokenIds = step.TokenIds,
                Draws = step.Draws,
                MeanLogProb = step.MeanLogProb,
                Reward = step.Reward,
                Verdict = step.Verdict,
                Critique = step.Critique,
                CritiqueSource = step.CritiqueSource,
                Terminal = step.Terminal,
                Answer = step.Answer,
                AnswerVerdict = step.AnswerVerdict,
                Producer = step.Producer,
                Round = step.Round,
            });
        }

        return prefix;
    }
}
