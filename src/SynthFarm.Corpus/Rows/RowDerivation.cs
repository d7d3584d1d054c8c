using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Rows;

/// <summary>
/// Derives a finished problem's rows. A problem gives a long thought and a shortcut to the same leaf, or a rejection; never nothing, and
/// never a row whose answer its checker does not confirm. Pure: equal input gives equal rows.
/// </summary>
internal sealed class RowDerivation(LongThoughtOptions options, ThoughtDialect dialect, ProblemJudges judges, ulong? seed = null)
{
    private readonly LongThoughtDeriver _deriver = new(options, dialect);

    public DerivedRows Derive(FinishedProblem finished, CorpusLineage lineage)
    {
        var rejections = new RejectionRows(finished, lineage);
        if (finished.Outcome != ProblemOutcome.Accepted || finished.Tree is null)
        {
            return new DerivedRows { Rejection = rejections.OfSearch() };
        }

        var from = new Seed(seed ?? lineage.Seed);
        var result = _deriver.Derive(finished.Tree, judges.Steps(finished.Problem), from);
        if (result.Thought is not { } thought)
        {
            return new DerivedRows { Rejection = rejections.Of(RejectionStage.Derivation, result.Refusal!, result.Detail) };
        }

        var answer = finished.Tree[thought.LeafId].Answer ?? "";
        var checker = judges.Answers(finished.Problem);
        var verdict = checker.Check(finished.Problem, answer);
        if (verdict.Verdict != Verdict.Correct)
        {
            var reason = verdict.Verdict == Verdict.Wrong ? "answer-wrong" : "answer-unknown";
            return new DerivedRows { Rejection = rejections.Of(RejectionStage.Verification, reason, $"{checker.Version}: {verdict.Reason}") };
        }

        var content = thought.Render(dialect);
        if (AnswerLine.Of(content) is null)
        {
            return new DerivedRows
            {
                Rejection = rejections.Of(RejectionStage.Derivation, "no-answer-line", $"The text does not end with a line \"{AnswerLine.Prefix}...\"."),
            };
        }

        var rows = new ThoughtRows(finished, lineage, dialect, checker.Version, from);
        return new DerivedRows
        {
            LongThought = rows.Create("sft", thought),
            Shortcut = rows.Create("shortcut", thought with { Segments = [.. thought.Segments.Where(IsOnPath)] }),
        };
    }

    private static bool IsOnPath(Segment segment) => segment.Kind is SegmentKind.Step or SegmentKind.Answer;
}
