using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Filters;

namespace SynthFarm.Core.Tests.Selection;

public class FilterTests
{
    private static readonly SelectionCandidate _row = SomeRow.With("1", reward: 0.5, draws: (2, 4)) with
    {
        TokenCount = 10,
        CharacterCount = 100,
        StepCount = 4,
        BacktrackCount = 1,
        Perplexity = 1.5,
        Text = new TextFeatures { Repetition = 0.25, ForbiddenWord = "as an AI", HasRequiredWord = false },
    };

    public static TheoryData<string, FilterOptions, FilterOptions> Bounds => new()
    {
        { "tokens", new() { MinTokens = 10, MaxTokens = 10 }, new() { MinTokens = 11 } },
        { "tokens", new() { MaxTokens = 10 }, new() { MaxTokens = 9 } },
        { "characters", new() { MinCharacters = 100, MaxCharacters = 100 }, new() { MaxCharacters = 99 } },
        { "steps", new() { MinSteps = 4, MaxSteps = 4 }, new() { MinSteps = 5 } },
        { "backtracks", new() { MinBacktracks = 1, MaxBacktracks = 1 }, new() { MaxBacktracks = 0 } },
        { "reward", new() { MinReward = 0.5, MaxReward = 0.5 }, new() { MinReward = 0.51 } },
        { "perplexity", new() { MinPerplexity = 1.5, MaxPerplexity = 1.5 }, new() { MaxPerplexity = 1.4 } },
        { "pass-rate", new() { MinPassRate = 0.5, MaxPassRate = 0.5 }, new() { MaxPassRate = 0.4 } },
        { "repetition", new() { MaxRepetition = 0.25 }, new() { MaxRepetition = 0.2 } },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void A_bound_belongs_to_what_is_allowed_and_beyond_it_the_reason_is_given(string reason, FilterOptions keeps, FilterOptions rejects)
    {
        Assert.All(CandidateFilters.Create(keeps), filter => Assert.Null(filter.Fault(_row)));
        var filter = Assert.Single(CandidateFilters.Create(rejects));
        Assert.Equal(reason, filter.Reason);
        Assert.NotNull(filter.Fault(_row));
    }

    [Fact]
    public void A_fault_says_what_was_found_and_what_is_allowed()
    {
        Assert.Equal("The number of tokens is 10; allowed are 20 to 30.", Fault(new() { MinTokens = 20, MaxTokens = 30 }));
        Assert.Equal("The reward is 0.5; at least 0.75 is allowed.", Fault(new() { MinReward = 0.75 }));
        Assert.Equal("The response holds \"as an AI\".", Fault(new() { ForbiddenWords = ["as an AI"] }));
        Assert.Equal("The response holds none of the required words.", Fault(new() { RequiredWords = ["wait"] }));
    }

    [Fact]
    public void A_measure_that_is_not_known_does_not_pass_a_bound_on_it()
        => Assert.Equal("The perplexity is not known; at most 2 is allowed.", CandidateFilters.Create(new() { MaxPerplexity = 2 })[0].Fault(_row with { Perplexity = null }));

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(1, 4, true)]
    [InlineData(4, 4, false)]
    [InlineData(0, 0, false)]
    public void Partly_solved_means_above_0_and_below_1(long correct, long answered, bool passes)
        => Assert.Equal(passes, CandidateFilters.Create(new() { PartlySolved = true })[0].Fault(_row with { Draws = new DrawCounts(correct, answered) }) is null);

    [Fact]
    public void Without_bounds_there_is_no_filter() => Assert.Empty(CandidateFilters.Create(new FilterOptions()));

    private static string? Fault(FilterOptions options) => Assert.Single(CandidateFilters.Create(options)).Fault(_row);
}
