using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Filters;

/// <summary>The filters that options ask for, in the order they are asked; the first that rejects a row gives the reason.</summary>
public static class CandidateFilters
{
    public static IReadOnlyList<ICandidateFilter> Create(FilterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var filters = new List<ICandidateFilter>();
        Add(SelectionReason.Tokens, "number of tokens", c => c.TokenCount, options.MinTokens, options.MaxTokens);
        Add(SelectionReason.Characters, "number of characters", c => c.CharacterCount, options.MinCharacters, options.MaxCharacters);
        Add(SelectionReason.Steps, "number of steps", c => c.StepCount, options.MinSteps, options.MaxSteps);
        Add(SelectionReason.Backtracks, "number of backtracks", c => c.BacktrackCount, options.MinBacktracks, options.MaxBacktracks);
        Add(SelectionReason.Reward, "reward", c => c.Reward, options.MinReward, options.MaxReward);
        Add(SelectionReason.Perplexity, "perplexity", c => c.Perplexity, options.MinPerplexity, options.MaxPerplexity);
        Add(SelectionReason.PassRate, "pass rate", c => c.Draws.PassRate, options.MinPassRate, options.MaxPassRate);
        if (options.PartlySolved)
        {
            filters.Add(new PartlySolvedFilter());
        }

        Add(SelectionReason.Repetition, "share of repeated 4-grams", c => c.Text.Repetition, null, options.MaxRepetition);
        if (options.ForbiddenWords.Count > 0)
        {
            filters.Add(new ForbiddenWordFilter());
        }

        if (options.RequiredWords.Count > 0)
        {
            filters.Add(new RequiredWordFilter());
        }

        return filters;

        void Add(string reason, string measure, Func<SelectionCandidate, double?> value, double? min, double? max)
        {
            if (min is not null || max is not null)
            {
                filters.Add(new RangeFilter(reason, measure, value, min, max));
            }
        }
    }
}
