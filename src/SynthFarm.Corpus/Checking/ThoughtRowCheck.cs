using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Checking;

/// <summary>The rules of one row of a thought config.</summary>
/// <param name="finished">The tree the row names; null when the snapshot has none in its place.</param>
internal sealed class ThoughtRowCheck(ParquetRow row, FinishedProblem? finished, string split, ProblemJudges judges)
{
    // Only selected snapshots have the column.
    private readonly bool _isNoise = row.TryGet(SelectionColumns.Noise, out var noise) && noise is true;

    private Verdict Expected => _isNoise ? Verdict.Wrong : Verdict.Correct;

    /// <summary>Whether the problem's checker confirmed the answer; known after <see cref="Faults"/>.</summary>
    public bool IsAnswerConfirmed { get; private set; }

    /// <summary>What is wrong with the row.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (column, found, expected) in new[]
        {
            ("split", row.Get<string>("split"), split),
            ("verdict", row.Get<string>("verdict"), EnumNames.Verdict.Name(Expected)),
            ("schema_version", row.Get<int>("schema_version").ToString(), ThoughtSchema.Version.ToString()),
        })
        {
            if (found != expected)
            {
                yield return $"{column} is \"{found}\" where \"{expected}\" is expected";
            }
        }

        var messages = row.Get<IReadOnlyList<ParquetRow>>("messages").Select(m => new ChatMessage(m.Get<string>("role"), m.Get<string>("content"))).ToList();
        if (!messages.Select(m => m.Role).SequenceEqual([ChatMessage.User, ChatMessage.Assistant]))
        {
            yield return $"the roles are {string.Join(", ", messages.Select(m => m.Role))}; one user and one assistant turn are expected";
            yield break;
        }

        if (finished is null)
        {
            yield return $"the tree {row.Get<string>("tree_id")} of problem \"{row.Get<string>("problem_id")}\" is not in its place among the trees";
            yield break;
        }

        foreach (var fault in MessageFaults(messages[0].Content, messages[1].Content).Concat(AnswerFaults(messages[1].Content)).Concat(SegmentFaults(messages[1].Content)))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> MessageFaults(string user, string assistant)
    {
        if (user != finished!.Problem.Statement)
        {
            yield return "the user's turn is not the problem";
        }

        if (AnswerLine.Of(assistant) is null)
        {
            yield return $"the response does not end with a line \"{AnswerLine.Prefix}...\"";
        }
    }

    private IEnumerable<string> AnswerFaults(string assistant)
    {
        var answer = row.Get<string>("answer");
        var leafId = row.Get<int>("leaf_id");
        var leaf = leafId >= 0 && leafId < finished!.Tree!.Count ? finished.Tree[leafId] : null;
        if (leaf?.Terminal != TerminalKind.Answer || leaf.AnswerVerdict.Verdict != Expected || leaf.Answer != answer)
        {
            yield return $"leaf {leafId} of the tree does not state the answer \"{answer}\" as {EnumNames.Verdict.Name(Expected)}";
        }

        var checker = judges.Answers(finished!.Problem);
        var verdict = checker.Check(finished.Problem, answer);
        var stated = checker.Extract(assistant) is { } extracted ? checker.Check(finished.Problem, extracted) : default;
        IsAnswerConfirmed = verdict.Verdict == Verdict.Correct && stated.Verdict == Verdict.Correct;
        if (verdict.Verdict != Expected)
        {
            yield return _isNoise
                ? $"the row is marked as noise, but {checker.Version} does not call the answer \"{answer}\" wrong: {verdict.Reason}"
                : $"{checker.Version} does not confirm the answer \"{answer}\": {verdict.Reason}";
        }
        else if (stated.Verdict != Expected)
        {
            yield return $"{checker.Version} does not find a {EnumNames.Verdict.Name(Expected)} answer in the response";
        }
    }

    /// <summary>The pieces make up the response, and those that come from a step hold its text.</summary>
    private IEnumerable<string> SegmentFaults(string assistant)
    {
        var at = 0;
        foreach (var segment in row.Get<IReadOnlyList<ParquetRow>>("segments"))
        {
            var kind = segment.Get<string>("kind");
            var stepId = segment.Get<int>("step_id");
            var end = CodePoints.Advance(assistant, at, segment.Get<int>("length"));
            if (end < 0)
            {
                yield return "the segments are longer than the response";
                yield break;
            }

            var isStep = kind is not (TextSegment.Mark or "reflection");
            if (isStep && (StepText(stepId) is not { } text || text != assistant[at..end].TrimEnd('\n')))
            {
                yield return $"the segment of step {stepId} does not hold the step's text";
            }

            at = end;
        }

        if (at != assistant.Length)
        {
            yield return "the segments are shorter than the response";
        }
    }

    private string? StepText(int id) => id > 0 && id < finished!.Tree!.Count ? finished.Tree[id].Text.TrimEnd('\n') : null;
}
