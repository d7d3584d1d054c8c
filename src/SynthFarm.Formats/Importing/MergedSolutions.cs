using System.Security.Cryptography;
using System.Text;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Importing;

/// <summary>
/// Puts the solutions of one problem together to a tree. Equal steps under one parent with equal judgements are one step that counts its draws,
/// as when a search draws the same again; a stated answer is a step of its own behind the one that states it.
/// </summary>
internal sealed class MergedSolutions
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _ids = [];

    /// <summary>Adds a solution.</summary>
    /// <param name="format">The format's name, for who says what.</param>
    /// <returns>The ids its steps have in the tree, and that of the step that states its answer, or null.</returns>
    public (IReadOnlyList<int> Steps, IReadOnlyList<int> Answers) Add(ImportedSolution solution, string format)
    {
        var ids = new List<int>();
        var answers = new List<int>();
        foreach (var step in solution.Steps)
        {
            var parent = step.Parent < 0 ? 0 : ids[step.Parent];
            if (step is { IsAnswer: true, States: { } answer })
            {
                ids.Add(Enter(Answer(parent, AnswerSteps.Close(step.Text, answer), answer, step.Producer, solution.Label, format), step.Producer));
                answers.Add(ids[^1]);
                continue;
            }

            ids.Add(Enter(new Node(parent, step.Text, step.Verdict, step.Critique, step.Critique is null ? null : format, null, step.IsAnswer), step.Producer));
            if (step.States is { } stated)
            {
                answers.Add(Enter(Answer(ids[^1], AnswerSteps.Line(stated), stated, AnswerSteps.Producer, solution.Label, format), AnswerSteps.Producer));
            }
        }

        return (ids, answers);
    }

    /// <summary>The tree, its answers judged.</summary>
    public ReasoningTree ToTree(Problem problem, Func<string, Verdict, AnswerVerdict> judge)
    {
        var tree = new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, Digest(), 0, 0), problem);
        foreach (var node in _nodes)
        {
            tree.Append(node.Parent, new StepDraft
            {
                Text = node.Text,
                TokenIds = [],
                Draws = node.Draws,
                Verdict = node.Verdict,
                Critique = node.Critique,
                CritiqueSource = node.CritiqueSource,
                Terminal = node.Answer is not null ? TerminalKind.Answer : node.EndsWithout ? TerminalKind.NoAnswer : TerminalKind.None,
                Answer = node.Answer,
                AnswerVerdict = node.Answer is { } answer ? judge(answer, node.Verdict) : default,
                Producer = node.Producer,
            });
        }

        return tree;
    }

    private static Node Answer(int parent, string text, string answer, string producer, bool? label, string format)
    {
        var (verdict, critique) = label switch
        {
            true => (Verdict.Correct, null),
            false => (Verdict.Wrong, "that answer is wrong"),
            null => (Verdict.Unknown, (string?)null),
        };
        return new Node(parent, text, verdict, critique, critique is null ? null : format, answer, false);
    }

    private int Enter(Node node, string producer)
    {
        if (_ids.TryGetValue(node, out var id))
        {
            _nodes[id - 1].Draws++;
            return id;
        }

        node.Producer = producer;
        _nodes.Add(node);
        return _ids[node] = _nodes.Count;
    }

    /// <summary>SHA-256 over every step, so that other contents have another tree id.</summary>
    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var node in _nodes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{node.Parent}\n{node.Text.Length}\n{node.Text}{(int)node.Verdict}\n{node.Draws}\n{node.Critique}\n{node.Answer}\n{node.Producer}\n"));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>A step to be; two are one when all but who wrote them is equal.</summary>
    private sealed record Node(int Parent, string Text, Verdict Verdict, string? Critique, string? CritiqueSource, string? Answer, bool EndsWithout)
    {
        public int Draws { get; set; } = 1;

        public string Producer { get; set; } = "";

        public bool Equals(Node? other) => other is not null
            && (Parent, Text, Verdict, Critique, Answer, EndsWithout) == (other.Parent, other.Text, other.Verdict, other.Critique, other.Answer, other.EndsWithout);

        public override int GetHashCode() => HashCode.Combine(Parent, Text, Verdict, Critique, Answer, EndsWithout);
    }
}
