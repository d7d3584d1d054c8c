using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Beam;

/// <summary>
/// Step-level beam search guided by a process reward model (O1 Replication Journey, section 6.5; search-and-learn's beam search): at each
/// depth every step of the beam gets <see cref="BeamSearchOptions.SamplesPerStep"/> continuations, all are scored and kept in the tree, and
/// the best <see cref="BeamSearchOptions.Width"/> go on; or, for a critic that says right or wrong, at most so many of those judged right.
/// </summary>
/// <remarks>
/// What the papers leave open: the first depth draws width times samples; equal siblings are one step (<see cref="ReasoningStep.Draws"/>);
/// answers compete for slots by reward and keep them, so the search ends when the beam holds only answers; a step that did not get a slot is
/// marked pruned; judged right is what the critic calls correct or, where it gives scores alone, what reaches a threshold, and of more than fit
/// those with the highest scores are taken.
/// </remarks>
public sealed class BeamSearch : ITreeSearch
{
    private readonly BeamSearchOptions _options;

    public BeamSearch(BeamSearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate("beam").FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _options = options;
    }

    public string Name => "beam";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var expander = new StepExpander(tree, context);
        var beam = new List<ReasoningStep> { tree.Root };
        var slots = _options.Width;
        for (var depth = 1; beam.Count > 0; depth++)
        {
            if (depth > context.Budget.MaxDepth)
            {
                return SearchEnd.DepthBudget;
            }

            var samples = SamplesAt(depth);
            var expansion = await expander.ExpandAsync(beam, _ => samples, cancellationToken).ConfigureAwait(false);
            if (expansion.End is { } budget)
            {
                return budget;
            }

            var candidates = expansion.Steps.ToList();
            var chosen = BeamSelection.Choose(candidates, slots, _options);
            foreach (var candidate in candidates)
            {
                var statistics = tree.Statistics(candidate.Id);
                statistics.Visits = candidate.Draws;
                statistics.Value = candidate.Reward ?? 0;
                statistics.Pruned = !candidate.IsTerminal && !chosen.Contains(candidate);
            }

            slots -= chosen.Count(step => step.IsTerminal);
            beam = chosen.Where(step => !step.IsTerminal).ToList();
        }

        return slots < _options.Width ? SearchEnd.Complete : SearchEnd.NoFrontier;
    }

    private int SamplesAt(int depth) => depth > 1 ? _options.SamplesPerStep
        : _options.RootSamples > 0 ? _options.RootSamples
        : _options.Width * _options.SamplesPerStep;
}
