using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Difficulty;
using SynthFarm.Core.Selection.Ranking;

namespace SynthFarm.Core.Tests.Selection;

public class DifficultyTests
{
    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(1, 1, 1 / 3.0)]
    [InlineData(3, 4, 1 / 3.0)]
    [InlineData(0, 8, 0.9)]
    [InlineData(8, 8, 0.1)]
    public void Difficulty_is_one_minus_the_posterior_mean(long correct, long answered, double difficulty)
        => Assert.Equal(difficulty, new DifficultyEstimate(new DifficultyOptions()).Of(new DrawCounts(correct, answered)), 1e-12);

    [Fact]
    public void A_prior_counts_as_so_many_draws()
    {
        var estimate = new DifficultyEstimate(new DifficultyOptions { PriorCorrect = 2, PriorWrong = 6 });
        Assert.Equal(0.75, estimate.Of(default), 1e-12);
        Assert.Equal(0.5, estimate.Of(new DrawCounts(4, 4)), 1e-12);
    }

    [Fact]
    public void Ranking_takes_accepted_rows_first_then_the_criteria_then_the_id()
    {
        SelectionCandidate[] rows =
        [
            SomeRow.With("a", reward: 0.5) with { TokenCount = 9 },
            SomeRow.With("b", reward: 0.5) with { TokenCount = 5 },
            SomeRow.With("c", reward: null),
            SomeRow.With("d", reward: 0.1) with { Mark = CurationDecision.Accept },
            SomeRow.With("e", reward: 0.9) with { Mark = CurationDecision.Flag },
            SomeRow.With("f", reward: 0.5) with { TokenCount = 5 },
        ];
        var ranking = new CandidateRanking([RankCriterion.Reward, RankCriterion.FewTokens], new DifficultyEstimate(new DifficultyOptions()));
        Assert.Equal(["d", "e", "b", "f", "a", "c"], rows.Order(ranking).Select(c => c.RowId));
    }

    [Theory]
    [InlineData(RankCriterion.Reward, "b")]
    [InlineData(RankCriterion.FewTokens, "a")]
    [InlineData(RankCriterion.ManyTokens, "b")]
    [InlineData(RankCriterion.LowPerplexity, "a")]
    [InlineData(RankCriterion.HighPerplexity, "b")]
    [InlineData(RankCriterion.Easy, "b")]
    [InlineData(RankCriterion.Hard, "a")]
    [InlineData(RankCriterion.ManyBacktracks, "b")]
    public void Each_criterion_prefers_what_it_says(RankCriterion criterion, string first)
    {
        SelectionCandidate[] rows =
        [
            SomeRow.With("a", reward: 0.1, draws: (1, 9)) with { TokenCount = 1, Perplexity = 1.1, BacktrackCount = 0 },
            SomeRow.With("b", reward: 0.2, draws: (8, 9)) with { TokenCount = 2, Perplexity = 1.2, BacktrackCount = 1 },
        ];
        Assert.Equal(first, rows.Order(new CandidateRanking([criterion], new DifficultyEstimate(new DifficultyOptions()))).First().RowId);
    }
}
