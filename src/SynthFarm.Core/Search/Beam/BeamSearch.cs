using SynthFarm.Core.Answers;
using SynthFarm.Core.Configuration;
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

    public BeamSearch(BeamSearchOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("beam"));

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

            var chosen = StepChoice.Take(tree, expansion.Steps.ToList(), slots, MayStay);
            // An answer that is chosen keeps its slot for good: the beam gets narrower.
            slots -= chosen.Count(step => step.IsTerminal);
            beam = chosen.Where(step => !step.IsTerminal).ToList();
        }

        return slots < _options.Width ? SearchEnd.Complete : SearchEnd.NoFrontier;
    }

    private bool MayStay(ReasoningStep step) => _options.Keep == BeamKeep.Best || step.Verdict switch
    {
        Verdict.Unknown => step.Reward >= _options.CorrectThreshold,
        var verdict => verdict == Verdict.Correct,
    };

    private int SamplesAt(int depth) => depth > 1 ? _options.SamplesPerStep
        : _options.RootSamples > 0 ? _options.RootSamples
        : _options.Width * _options.SamplesPerStep;
}
