using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// The first pass: reads the rows of <c>sft</c> beside their trees and keeps what selection needs to know. Holds one row and the trees of one
/// problem besides the candidates.
/// </summary>
internal sealed class CandidateReader(
    SourceSnapshot source, SelectionOptions options, IReadOnlyDictionary<string, CurationDecision> marks, ProblemJudges judges)
{
    private readonly TextFeatureReader _features = new(options.Filters.ForbiddenWords, options.Filters.RequiredWords);
    private readonly WrongAnswers? _wrong = options.Noise.Share > 0 ? new WrongAnswers(source.Manifest.Derivation.Dialect, judges) : null;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly string _topicColumn = options.TopicBy.ToString().ToLowerInvariant();
    private readonly string _rewardColumn = "prm_" + options.RewardBy.ToString().ToLowerInvariant();

    public IReadOnlyList<SelectionCandidate> Read(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var config = source.Config(ConfigNames.Sft);
        var hasNoise = source.SchemaOf(config).Fields.Any(f => f.Name == SelectionColumns.Noise);
        List<string> columns =
        [
            "messages", "id", "problem_id", "tree_id", _topicColumn, "answer", "n_steps", "n_backtracks", "n_tokens", _rewardColumn, "segments",
            .. hasNoise ? [SelectionColumns.Noise] : Array.Empty<string>(),
        ];
        var candidates = new List<SelectionCandidate>();
        foreach (var split in config.Splits)
        {
            using var trees = source.Trees(split.Name);
            foreach (var row in source.Rows(config, split, columns))
            {
                cancellationToken.ThrowIfCancellationRequested();
                candidates.Add(Candidate(row, trees, split.Name));
                if (candidates.Count % 1000 == 0)
                {
                    progress?.Report(candidates.Count);
                }
            }
        }

        return candidates;
    }

    private SelectionCandidate Candidate(ParquetRow row, TreeCursor trees, string split)
    {
        var problemId = row.Get<string>("problem_id");
        var treeId = row.Get<string>("tree_id");
        var ofProblem = trees.FindAll(problemId);
        var own = ofProblem.FirstOrDefault(f => f.Tree!.Id == treeId)?.Tree
            ?? throw new CorpusException($"sft/{split}, row {row.Get<string>("id")}: the tree {treeId} of problem \"{problemId}\" is not in its place among the trees.");
        var (statement, response) = Messages(row, split);
        return new SelectionCandidate
        {
            RowId = row.Get<string>("id"),
            ProblemId = Shared(problemId),
            Topic = Shared(row.Get<string?>(_topicColumn) ?? ""),
            Split = SourceSnapshot.SplitOf(split),
            TokenCount = row.Get<int>("n_tokens"),
            CharacterCount = CodePoints.Count(response),
            StepCount = row.Get<int>("n_steps"),
            BacktrackCount = row.Get<int>("n_backtracks"),
            Answer = row.Get<string>("answer"),
            Draws = ofProblem.Aggregate(default(DrawCounts), (sum, finished) => sum + TreeMeasures.Draws(finished.Tree!)),
            Reward = row.Get<float?>(_rewardColumn) is { } reward && float.IsFinite(reward) ? reward : null,
            Perplexity = TreeMeasures.Perplexity(own, TextSteps(row)),
            WrongAnswerCount = _wrong?.Of(own).Count ?? 0,
            IsNoise = row.TryGet(SelectionColumns.Noise, out var noise) && noise is true,
            Mark = marks.TryGetValue(row.Get<string>("id"), out var mark) ? mark : null,
            Text = _features.Read(statement, response),
        };
    }

    private static (string Statement, string Response) Messages(ParquetRow row, string split)
        => row.Get<IReadOnlyList<ParquetRow>>("messages") is [var user, var assistant]
            ? (user.Get<string>("content"), assistant.Get<string>("content"))
            : throw new CorpusException($"sft/{split}, row {row.Get<string>("id")}: one user and one assistant turn are expected.");

    /// <summary>The steps whose text stands in the response; a reflection was written by the derivation, not drawn.</summary>
    private static IEnumerable<int> TextSteps(ParquetRow row) => row.Get<IReadOnlyList<ParquetRow>>("segments")
        .Where(s => s.Get<string>("kind") is not (TextSegment.Mark or "reflection"))
        .Select(s => s.Get<int>("step_id"));

    /// <summary>Equal texts of many rows are held once.</summary>
    private string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var shared))
        {
            return shared;
        }

        _texts.Add(text, text);
        return text;
    }
}
