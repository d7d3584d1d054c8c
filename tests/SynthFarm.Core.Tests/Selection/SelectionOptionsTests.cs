using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Filters;
using SynthFarm.Core.Selection.Ranking;

namespace SynthFarm.Core.Tests.Selection;

public class SelectionOptionsTests
{
    public static TheoryData<SelectionOptions, string> Wrong => new()
    {
        { new() { MaxTopics = 0 }, "s.maxTopics is 0; allowed are 1 to 2048." },
        { new() { Rank = [RankCriterion.Hard, RankCriterion.Hard] }, "s.rank is Hard, Hard; allowed are at most 8 of Reward, FewTokens, ManyTokens, LowPerplexity, HighPerplexity, Easy, Hard, ManyBacktracks, each once." },
        { new() { Filters = new() { MinReward = 1.5 } }, "s.filters.minReward is 1.5; allowed are 0 to 1." },
        { new() { Filters = new() { MinReward = double.NaN } }, "s.filters.minReward is NaN; allowed are 0 to 1." },
        { new() { Filters = new() { MaxTokens = -1 } }, "s.filters.maxTokens is -1; at least 0 is allowed." },
        { new() { Filters = new() { MinSteps = 5, MaxSteps = 4 } }, "s.filters.maxSteps is 4; at least s.filters.minSteps, 5, is allowed." },
        { new() { Filters = new() { ForbiddenWords = ["ok", " "] } }, "s.filters.forbiddenWords is a list with a word of 1 characters, \" \"; allowed are words of 1 to 100 characters that are not blank." },
        { new() { Filters = new() { RequiredWords = [.. Enumerable.Repeat("a", FilterOptions.MaxWords + 1)] } }, "s.filters.requiredWords is a list of 1001 words; at most 1000 are allowed." },
        { new() { Difficulty = new() { PriorCorrect = 0 } }, "s.difficulty.priorCorrect is 0; allowed is above 0, at most 1000." },
        { new() { Caps = new() { PerTopic = 0 } }, "s.caps.perTopic is 0; at least 1 is allowed." },
        { new() { Diversity = new() { Weight = 2 } }, "s.diversity.weight is 2; allowed are 0 to 1." },
        { new() { Diversity = new() { Pool = 1 } }, "s.diversity.pool is 1; allowed are 2 to 65536." },
        { new() { Mixture = new() { Proportions = Core.Selection.Mixture.TopicProportions.Targets } }, "s.mixture.targets is an empty list; at least one topic is needed when s.mixture.proportions is targets." },
        { new() { Mixture = new() { Targets = [new("a", 0.7), new("b", 0.4)] } }, "s.mixture.targets is a list whose values make 1.1; together at most 1 is allowed." },
        { new() { Mixture = new() { Weights = [new("a", -1)] } }, "s.mixture.weights is -1 for \"a\"; allowed are 0 to 1000000." },
        { new() { Mixture = new() { Reference = [new("a", 1), new("a", 2)] } }, "s.mixture.reference is a list that names \"a\" 2 times; once is allowed." },
        { new() { Mixture = new() { Alpha = 101 } }, "s.mixture.alpha is 101; allowed are 0 to 100." },
        { new() { Budget = new() { Rows = 0 } }, "s.budget.rows is 0; at least 1 is allowed." },
        { new() { Budget = new() { Rows = 1, Tokens = 2 } }, "s.budget.tokens is 2 where s.budget.rows is 1; at most one of them is allowed." },
        { new() { Split = new() { Test = 1 } }, "s.split.test is 1; allowed are 0 to 0.9." },
        { new() { Split = new() { Test = 0.5, Validation = 0.5 } }, "s.split.validation is 0.5 beside s.split.test, 0.5; together at most 0.9 is allowed." },
        { new() { Noise = new() { Share = 1.1 } }, "s.noise.share is 1.1; allowed are 0 to 1." },
        { new() { Curriculum = new() { Batch = 0 } }, "s.curriculum.batch is 0; allowed are 1 to 65536." },
        { new() { Curriculum = new() { AnnealSteps = -1 } }, "s.curriculum.annealSteps is -1; allowed are 0 to 10000000." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_out_of_bounds_is_named_with_its_bound(SelectionOptions options, string message)
        => Assert.Contains(message, options.Validate("s"));

    [Fact]
    public void The_defaults_are_within_bounds() => Assert.Empty(new SelectionOptions().Validate("s"));
}
