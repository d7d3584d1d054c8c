using System.Globalization;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Rows;

/// <summary>Makes the rows of one accepted problem.</summary>
internal sealed class ThoughtRows(FinishedProblem finished, CorpusLineage lineage, ThoughtDialect dialect, string verifier, Seed seed)
{
    public ThoughtRow Create(string config, LongThought thought)
    {
        var problem = finished.Problem;
        var tree = finished.Tree!;
        var steps = thought.Segments.Where(s => s.Kind != SegmentKind.Reflection).Select(s => tree[s.StepId]).ToList();
        var leaf = tree[thought.LeafId];
        var onPath = tree.PathTo(leaf.Id).Select(s => s.Reward).OfType<float>().ToList();
        return new ThoughtRow
        {
            Messages = [new(ChatMessage.User, problem.Statement), new(ChatMessage.Assistant, thought.Render(dialect))],
            Id = RowId.Create(problem.Id, tree.Id, leaf.Id.ToString(CultureInfo.InvariantCulture), config, LongThoughtDeriver.Version),
            ProblemId = problem.Id,
            TreeId = tree.Id,
            LeafId = leaf.Id,
            Source = problem.Source,
            Topic = problem.Topic,
            Level = problem.Level,
            License = problem.License,
            Kind = problem.Kind,
            Split = SplitNames.Of(problem.Split),
            PolicyModel = lineage.PolicyModel,
            RewardModel = lineage.RewardModel,
            Search = lineage.Search,
            Round = lineage.Round,
            Verifier = verifier,
            Verdict = EnumNames.Verdict.Name(Core.Answers.Verdict.Correct),
            Answer = leaf.Answer!,
            StepCount = steps.Count,
            BacktrackCount = thought.Backtracks,
            TokenCount = steps.Sum(s => s.TokenIds.Count),
            RewardMin = onPath.Count == 0 ? null : onPath.Min(),
            RewardMean = onPath.Count == 0 ? null : (float)(onPath.Sum(r => (double)r) / onPath.Count),
            RewardLast = leaf.Reward,
            StepScores = [.. steps.Select(s => s.Reward)],
            CritiqueSources = thought.CritiqueSources,
            ConfigHash = lineage.ConfigHash,
            Derivation = LongThoughtDeriver.Version,
            DerivationSeed = unchecked((long)seed.Value),
            Segments = Pieces(thought),
        };
    }

    private List<TextSegment> Pieces(LongThought thought)
    {
        var pieces = new List<TextSegment>(thought.Segments.Count + 2);
        AddMark(dialect.ThoughtBegin);
        AddAll(isAnswer: false);
        AddMark(dialect.ThoughtEnd);
        AddAll(isAnswer: true);
        return pieces;

        void AddMark(string mark) => pieces.Add(new TextSegment(-1, TextSegment.Mark, CodePoints.Count(mark)));

        void AddAll(bool isAnswer) => pieces.AddRange(thought.Segments
            .Where(s => s.Kind == SegmentKind.Answer == isAnswer)
            .Select(s => new TextSegment(s.StepId, EnumNames.Segment.Name(s.Kind), CodePoints.Count(s.Text))));
    }
}
