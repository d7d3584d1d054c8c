using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>The labels of a tree's steps, from the root down to where each path is cut.</summary>
internal sealed class LabelledSteps
{
    private readonly ReasoningTree _tree;
    private readonly StepScoring _scoring;
    private readonly StepLabelOptions _options;
    private readonly bool[] _has;
    private readonly bool[] _isRight;
    private readonly bool[] _isInner;

    /// <summary>For each step the first one whose path has the same text; a search that expands a step twice may draw a child again.</summary>
    private readonly int[] _first;

    public LabelledSteps(JudgedTree judged, StepLabelOptions options)
    {
        _tree = judged.Tree;
        _scoring = new StepScoring(judged, options.Source, options.MinPaths);
        _options = options;
        (_has, _isRight, _isInner, _first) = (new bool[_tree.Count], new bool[_tree.Count], new bool[_tree.Count], new int[_tree.Count]);
        (_has[0], _isRight[0]) = (true, true);
        var known = new Dictionary<(int, string), int>();
        foreach (var step in _tree.Steps.Skip(1))
        {
            var before = _first[step.ParentId];
            _first[step.Id] = known.TryAdd((before, step.Text), step.Id) ? step.Id : known[(before, step.Text)];
            if (_has[step.ParentId] && Label(step) is { } isRight)
            {
                (_has[step.Id], _isRight[step.Id], _isInner[before]) = (true, isRight, true);
            }
        }
    }

    public string Source => _scoring.Source;

    /// <summary>The last steps of the labelled paths, of each text the first.</summary>
    public IEnumerable<ReasoningStep> Ends => _tree.Steps
        .Where(step => !step.IsRoot && _has[step.Id] && !_isInner[_first[step.Id]])
        .DistinctBy(step => _first[step.Id]);

    /// <summary>The first step whose path has the same text as the path to this one; often itself.</summary>
    public int FirstLike(int id) => _first[id];

    /// <summary>Whether a step and all before it have labels.</summary>
    public bool Has(int id) => _has[id];

    public StepLabels PathTo(ReasoningStep last)
    {
        var path = _tree.PathTo(last.Id);
        return new StepLabels
        {
            Steps = path,
            Labels = [.. path.Select(step => _isRight[step.Id])],
            Scores = [.. path.Select(step => (float?)_scoring.Of(step))],
            Source = Source,
            End = _tree.Children(last.Id).Count == 0 ? LabelledEnd.Leaf
                : !_isRight[last.Id] && _options.AfterError == AfterError.Cut ? LabelledEnd.FirstError
                : LabelledEnd.Unlabelled,
        };
    }

    /// <summary>Position of the first wrong step of a path, -1 when all are right; not known when a step before it has no label.</summary>
    public (int Index, bool IsKnown) FirstWrong(IReadOnlyList<ReasoningStep> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (!_has[path[i].Id])
            {
                return (-1, false);
            }

            if (!_isRight[path[i].Id])
            {
                return (i, true);
            }
        }

        return (-1, true);
    }

    private bool? Label(ReasoningStep step)
    {
        if (step.Terminal == TerminalKind.Degenerate || string.IsNullOrWhiteSpace(step.Text))
        {
            return null;
        }

        if (!_isRight[step.ParentId])
        {
            return _options.AfterError == AfterError.Wrong ? false : null;
        }

        return _scoring.Of(step) is { } score ? IsRight(score) : null;
    }

    private bool IsRight(double score) =>
        _scoring.IsVerdict ? score > 0
        : _scoring.Evidence == StepEvidence.Reward ? score >= _options.RewardThreshold
        : score > _options.ShareThreshold;
}
