using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Cli.Commands.Trees;

/// <summary>
/// Draws a reasoning tree as lines of text: one step per line with its place in the long thought, id, score, the step checker's judgement,
/// and for a leaf how the path ended.
/// </summary>
internal sealed class TreeRenderer(ReasoningTree tree, IStepChecker? checker, LongThought? thought)
{
    private const int StepWidth = 100;

    private readonly Dictionary<int, char> _places = Places(thought);

    /// <summary>The tree's lines, the problem first and a legend last.</summary>
    public IEnumerable<string> Render()
    {
        yield return $"problem  {TerminalText.Line(tree.Problem.Id)}: {TerminalText.Line(tree.Problem.Statement)}";
        yield return $"answer   {TerminalText.Line(tree.Problem.Answer)}";
        yield return $"tree     {tree.Id}: {tree.Count - 1} steps, {tree.GeneratedTokens} tokens; correct leaves: {tree.CorrectLeaves().Count()}";
        yield return "";
        yield return "     id  score  judged";
        var open = new Stack<(int Id, string Indent, bool IsLast)>();
        Push(open, tree.Root.Id, "");
        while (open.TryPop(out var at))
        {
            yield return StepLine(tree[at.Id], at.Indent + (at.IsLast ? "`-- " : "|-- "));
            Push(open, at.Id, at.Indent + (at.IsLast ? "    " : "|   "));
        }

        yield return "";
        yield return "* on the path of the long thought   ~ a wrong branch it tries   pruned: not extended by the search";
    }

    private void Push(Stack<(int Id, string Indent, bool IsLast)> open, int parent, string indent)
    {
        var children = tree.Children(parent);
        for (var i = children.Count - 1; i >= 0; i--)
        {
            open.Push((children[i], indent, i == children.Count - 1));
        }
    }

    private string StepLine(ReasoningStep step, string branch)
    {
        var place = _places.GetValueOrDefault(step.Id, ' ');
        var score = step.Reward is { } reward ? reward.ToString("0.00", CultureInfo.InvariantCulture) : "-";
        var (judged, reason) = Judge(step);
        var text = TerminalText.Line(step.Text.TrimEnd('\n'), StepWidth);
        return $"{place} {step.Id,5}  {score,5}  {judged,-7}  {branch}{text}{Draws(step)}{End(step)}{reason}";
    }

    private (string Word, string Reason) Judge(ReasoningStep step)
    {
        if (checker is null)
        {
            return (Word(step.Verdict), step.Critique is null ? "" : $"  ({TerminalText.Line(step.Critique)})");
        }

        var path = tree.PathTo(step.Id);
        var finding = checker.Check(tree.Problem, [.. path.Take(path.Count - 1).Select(before => before.Text)], step.Text);
        return (Word(finding.Verdict), finding.Error == StepErrorKind.None ? "" : $"  ({TerminalText.Line(finding.Reason)})");
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "right",
        Verdict.Wrong => "wrong",
        _ => "-",
    };

    private static string Draws(ReasoningStep step) => step.Draws > 1 ? $"  x{step.Draws}" : "";

    private string End(ReasoningStep step) => step.Terminal switch
    {
        TerminalKind.Answer => $"  => {Spoken(step.AnswerVerdict.Verdict)}",
        TerminalKind.NoAnswer => "  => no answer",
        TerminalKind.Length => "  => cut at the token limit",
        TerminalKind.Degenerate => "  => repeats itself",
        _ => tree.Statistics(step.Id).Pruned ? "  pruned" : "",
    };

    private static string Spoken(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "CORRECT",
        Verdict.Wrong => "wrong answer",
        _ => "undecided answer",
    };

    private static Dictionary<int, char> Places(LongThought? thought)
    {
        var places = new Dictionary<int, char>();
        foreach (var segment in thought?.Segments ?? [])
        {
            if (segment.Kind is SegmentKind.Step or SegmentKind.Answer)
            {
                places[segment.StepId] = '*';
            }
            else
            {
                places.TryAdd(segment.StepId, '~');
            }
        }

        return places;
    }
}
