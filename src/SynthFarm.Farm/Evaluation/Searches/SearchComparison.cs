using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>
/// Compares searches at equal mean tokens. Each search's size is matched to each budget on problems of their own, then the problems to be measured
/// are searched once per seed. Nothing is cut off at the budget, so a search ends as it would in a run. The same seed gives the same figures.
/// </summary>
/// <param name="problems">What is measured; at least one.</param>
/// <param name="calibration">What the sizes are matched on; at least one, none of <paramref name="problems"/>.</param>
public sealed class SearchComparison(
    IPolicyModel policy, IProcessRewardModel reward, IReadOnlyList<Problem> problems, IReadOnlyList<Problem> calibration, SearchComparisonOptions options)
{
    private readonly TreeGrowth _growth = new(policy, reward, options.Concurrency);

    /// <exception cref="ModelException">A model failed.</exception>
    public async Task<SearchComparisonReport> RunAsync(Action<string>? progress, CancellationToken cancellationToken)
    {
        var matchings = options.Searches.ToDictionary(search => search, search => new SizeMatching(
            async (size, cancel) => (await GrowAsync(calibration, _ => SearchSizes.Create(search, size), options.Seed, cancel).ConfigureAwait(false)).Average(o => o.Tokens),
            SearchSizes.MaxOf(search)));
        var results = new List<SearchResult>();
        foreach (var budget in options.Budgets)
        {
            foreach (var search in options.Searches)
            {
                progress?.Invoke($"{search} at {budget} tokens");
                var size = await matchings[search].MatchAsync(budget, cancellationToken).ConfigureAwait(false);
                var seeds = new List<SearchSeedResult>();
                for (var i = 0; i < options.Seeds; i++)
                {
                    seeds.Add(await MeasureAsync(search, size, unchecked(options.Seed + (ulong)i), cancellationToken).ConfigureAwait(false));
                }

                results.Add(new SearchResult(search, SearchSizes.OptionOf(search), budget, size, seeds));
            }
        }

        return new SearchComparisonReport(policy.Identity, reward.Identity, problems.Count, calibration.Count, options, results);
    }

    /// <summary>
    /// Which problems get the larger size: the share's part of them, chosen by seed and id, so that neither order nor difficulty has a say.
    /// </summary>
    internal static bool[] Larger(IReadOnlyList<Problem> problems, double share, Seed seed)
    {
        var larger = new bool[problems.Count];
        var order = Enumerable.Range(0, problems.Count).OrderBy(i => seed.Derive(problems[i].Id, SeedPurpose.SearchSize).Value).ThenBy(i => i);
        foreach (var i in order.Take((int)Math.Round(share * problems.Count)))
        {
            larger[i] = true;
        }

        return larger;
    }

    private async Task<SearchSeedResult> MeasureAsync(string search, MatchedSize size, ulong seed, CancellationToken cancellationToken)
    {
        var larger = Larger(problems, size.Share, new Seed(seed));
        return SearchSeedResult.Of(seed, await GrowAsync(
            problems, i => SearchSizes.Create(search, larger[i] ? size.Large : size.Small), seed, cancellationToken).ConfigureAwait(false));
    }

    private Task<IReadOnlyList<SearchOutcome>> GrowAsync(
        IReadOnlyList<Problem> chosen, Func<int, Core.Search.ITreeSearch> searchOf, ulong seed, CancellationToken cancellationToken) =>
        _growth.GrowAsync(chosen, searchOf, new SamplingOptions { Temperature = options.Temperature }, new Seed(seed), SearchOutcome.Of, cancellationToken);
}
