using SynthFarm.Core.Configuration;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.LongThoughts;

/// <summary>
/// Walks a tree depth first into a long thought, after section 6.6 of the O1 Replication Journey: on the path to the answer, each step may
/// first try wrong siblings; a step off the path follows one child and never branches; where the branch ends, a reflection names the error and
/// the thought goes back.
/// </summary>
/// <remarks>
/// What the paper leaves open: wrong trials come before the right step; an excursion ends at the first step that is wrong in itself, and one
/// that is only a dead end goes on, by the same choice as its first step, to a leaf or for
/// <see cref="LongThoughtOptions.MaxExcursionDepth"/> steps, so that the error named is the one a reader can see; a branch below which a correct
/// answer was found is never taken; a branch nobody judged wrong is never taken. Pure: the same tree, options and seed give the same text.
/// </remarks>
public sealed class LongThoughtDeriver
{
    /// <summary>Changes whenever the same tree would give another text.</summary>
    public const string Version = "long-thought/1";

    private readonly LongThoughtOptions _options;
    private readonly ThoughtDialect _dialect;

    public LongThoughtDeriver(LongThoughtOptions options, ThoughtDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        _options = OptionBounds.Checked(options, o => o.Validate("longThoughts"));
        _dialect = dialect;
    }

    /// <summary>Derives the long thought of a tree; its shortcut is <see cref="LongThought.ShortcutText"/>.</summary>
    /// <param name="tree">A grown tree.</param>
    /// <param name="checker">The family's step checker; null for problems without one.</param>
    /// <param name="seed">The run's seed; the problem's is derived from it.</param>
    public LongThoughtResult Derive(ReasoningTree tree, IStepChecker? checker, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (ShortcutSelection.Choose(tree, _options.Shortcut) is not { } leaf)
        {
            return new LongThoughtResult(null, LongThoughtResult.NoCorrectLeaf, "No path states a correct answer.");
        }

        var walk = new Walk(tree, new WrongBranches(tree, checker), _options, seed.Derive(tree.Problem.Id, SeedPurpose.LongThought).CreateRandom());
        var thought = new LongThought { TreeId = tree.Id, LeafId = leaf.Id, Segments = walk.To(leaf) };
        var forged = thought.Segments.FirstOrDefault(s => _dialect.Markers.Any(m => s.Text.Contains(m, StringComparison.OrdinalIgnoreCase)));
        return forged.Text is null
            ? new LongThoughtResult(thought, null, null)
            : new LongThoughtResult(null, LongThoughtResult.ForgedMarker, $"Step {forged.StepId} holds a marker of the dialect {_dialect.Name}.");
    }

    private sealed class Walk(ReasoningTree tree, WrongBranches wrong, LongThoughtOptions options, StableRandom random)
    {
        private readonly List<Segment> _segments = [];
        private int _excursions;

        public IReadOnlyList<Segment> To(ReasoningStep leaf)
        {
            foreach (var step in tree.PathTo(leaf.Id))
            {
                TryWrongSiblings(step);
                _segments.Add(step.Id == leaf.Id
                    ? new Segment(step.Id, SegmentKind.Answer, step.Text)
                    : new Segment(step.Id, SegmentKind.Step, StepLine.Of(step.Text)));
            }

            return _segments;
        }

        private void TryWrongSiblings(ReasoningStep onPath)
        {
            var candidates = tree.Children(onPath.ParentId)
                .Where(id => id != onPath.Id && !wrong.LeadsToCorrect(id) && tree[id].Text != onPath.Text)
                .Select(id => tree[id])
                .Where(step => !string.IsNullOrWhiteSpace(step.Text) && wrong.ErrorOf(step) is not null)
                .ToList();
            for (var trial = 0; trial < options.TrialsPerStep && candidates.Count > 0 && _excursions < options.MaxExcursions; trial++)
            {
                if (random.NextDouble() >= options.ExcursionProbability)
                {
                    continue;
                }

                var first = Choose(candidates);
                candidates.RemoveAll(step => step.Text == first.Text);
                Excursion(first, onPath.ParentId);
            }
        }

        private void Excursion(ReasoningStep first, int returnTo)
        {
            _excursions++;
            var error = wrong.ErrorOf(first)!;
            var step = first;
            for (var depth = 1; ; depth++)
            {
                _segments.Add(new Segment(step.Id, SegmentKind.Excursion, StepLine.Of(step.Text)));
                error = wrong.ErrorOf(step) ?? error;
                var children = tree.Children(step.Id).Select(id => tree[id]).Where(s => !string.IsNullOrWhiteSpace(s.Text)).ToList();
                if (!error.IsDeadEnd || depth >= options.MaxExcursionDepth || children.Count == 0)
                {
                    break;
                }

                step = Choose(children);
            }

            var place = returnTo == 0 ? null : tree[returnTo].Text.TrimEnd();
            var reflection = ReflectionPhrases.Compose(error.Reason, place, random);
            _segments.Add(new Segment(error.StepId, SegmentKind.Reflection, reflection, error.Source));
        }

        private ReasoningStep Choose(List<ReasoningStep> steps) => options.WrongBranch == WrongBranchChoice.Random
            ? steps[random.Next(steps.Count)]
            : steps.OrderByDescending(s => s.Reward ?? 0).ThenBy(s => s.Id).First();
    }
}
