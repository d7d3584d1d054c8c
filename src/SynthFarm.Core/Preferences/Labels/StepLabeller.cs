using SynthFarm.Core.Answers;
using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>
/// Labels the steps of a tree right or wrong by a step checker, stored verdicts, Monte-Carlo counts, path outcomes (Wang et al., 2023,
/// Math-Shepherd) or rewards.
/// </summary>
/// <remarks>
/// A step without evidence is never guessed: the path is cut before it or, where nothing is left, refused with a reason. Of paths with the
/// same labelled steps, by their text, one is given, and none that another one contains. Pure: the same tree and options give the same labels.
/// </remarks>
public sealed class StepLabeller
{
    /// <summary>Changes whenever the same tree would give other labels.</summary>
    public const string Version = "step-labels/2";

    private readonly StepLabelOptions _options;

    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public StepLabeller(StepLabelOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("labels"));

    /// <summary>The longest labelled paths from the root, in order of their last step.</summary>
    /// <param name="judged">The tree.</param>
    /// <param name="refused">Told the reason (<see cref="LabelRefusal"/>) for each leaf whose path gave nothing of its own.</param>
    public IEnumerable<StepLabels> Paths(JudgedTree judged, Action<string> refused)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(refused);
        var labelled = new LabelledSteps(judged, _options);
        var (leaves, unlabelled) = (0, 0);
        foreach (var leaf in judged.Leaves)
        {
            leaves++;
            if (!labelled.Has(judged.Tree.PathTo(leaf.Id)[0].Id))
            {
                unlabelled++;
                refused(LabelRefusal.Unlabelled);
            }
        }

        var paths = 0;
        foreach (var last in labelled.Ends)
        {
            paths++;
            yield return labelled.PathTo(last);
        }

        for (var same = leaves - unlabelled - paths; same > 0; same--)
        {
            refused(LabelRefusal.SameSteps);
        }
    }

    /// <summary>Every answered path with its first wrong step, in order of the leaves; of paths with the same text the first.</summary>
    /// <param name="judged">The tree.</param>
    /// <param name="refused">Told the reason (<see cref="LabelRefusal"/>) for each leaf that gave nothing.</param>
    public IEnumerable<FirstError> FirstErrors(JudgedTree judged, Action<string> refused)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(refused);
        var labelled = new LabelledSteps(judged, _options);
        var given = new HashSet<int>();
        foreach (var leaf in judged.Leaves)
        {
            var answer = judged.AnswerOf(leaf.Id);
            if (leaf.Terminal != TerminalKind.Answer || answer == Verdict.Unknown)
            {
                refused(leaf.Terminal == TerminalKind.Answer ? LabelRefusal.AnswerUndecided : LabelRefusal.NoAnswer);
                continue;
            }

            var path = judged.Tree.PathTo(leaf.Id);
            var (index, isKnown) = labelled.FirstWrong(path);
            if (!isKnown)
            {
                refused(LabelRefusal.Unlabelled);
            }
            else if (index < 0 && answer == Verdict.Wrong)
            {
                refused(LabelRefusal.NoErrorFound);
            }
            else if (!given.Add(labelled.FirstLike(leaf.Id)))
            {
                refused(LabelRefusal.SameSteps);
            }
            else
            {
                yield return new FirstError(leaf, index, answer == Verdict.Correct, labelled.Source);
            }
        }
    }
}
