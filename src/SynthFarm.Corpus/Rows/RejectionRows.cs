using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Rows;

/// <summary>Makes the rejection of one problem.</summary>
internal sealed class RejectionRows(FinishedProblem finished, CorpusLineage lineage)
{
    /// <summary>The rejection of a problem whose search did not end with a correct answer.</summary>
    public RejectionRow OfSearch() => finished.Outcome == ProblemOutcome.Accepted
        ? Of(RejectionStage.Derivation, "no-tree", "The problem was accepted but has no tree.")
        : Of(RejectionStage.Search, EnumNames.Outcome.Name(finished.Outcome), finished.Reason);

    public RejectionRow Of(string stage, string reason, string? detail)
    {
        var problem = finished.Problem;
        var answers = finished.Tree?.Steps.Where(s => s.Terminal == TerminalKind.Answer).Select(s => s.AnswerVerdict.Verdict).ToList() ?? [];
        return new RejectionRow
        {
            Id = RowId.Create(problem.Id, finished.Tree?.Id ?? "", "", "rejections", lineage.ConfigHash),
            ProblemId = problem.Id,
            TreeId = finished.Tree?.Id,
            Problem = problem.Statement,
            GoldAnswer = problem.Answer,
            Source = problem.Source,
            Topic = problem.Topic,
            Level = problem.Level,
            License = problem.License,
            Kind = problem.Kind,
            Split = SplitNames.Of(problem.Split),
            Stage = stage,
            Reason = reason,
            Detail = detail,
            SearchEnd = finished.SearchEnd is { } end ? EnumNames.SearchEnd.Name(end) : null,
            StepCount = (finished.Tree?.Count ?? 1) - 1,
            AnswerCount = answers.Count,
            WrongAnswerCount = answers.Count(v => v == Verdict.Wrong),
            UnknownAnswerCount = answers.Count(v => v == Verdict.Unknown),
            PrunedCount = finished.Tree is { } tree ? tree.Steps.Count(s => tree.Statistics(s.Id).Pruned) : 0,
            TokenCount = finished.Tree?.GeneratedTokens ?? 0,
            PolicyModel = lineage.PolicyModel,
            RewardModel = lineage.RewardModel,
            Search = lineage.Search,
            Round = lineage.Round,
            Verifier = finished.Verifier,
            ConfigHash = lineage.ConfigHash,
        };
    }
}
