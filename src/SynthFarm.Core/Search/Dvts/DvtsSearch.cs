using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Dvts;

/// <summary>
/// Diverse verifier tree search (search-and-learn; Beeching et al., 2024): subtrees that do not compete with each other, in each of which every
/// step gets <see cref="DvtsOptions.SamplesPerStep"/> continuations and the one with the highest reward goes on.
/// </summary>
/// <remarks>
/// What the source leaves open: the first steps of all subtrees are drawn in one call and the different ones dealt out in turn, so that no two
/// subtrees begin alike and there are fewer of them where the policy has fewer first steps to offer; a subtree goes on as long as one of its
/// candidates does not end without an answer, and ends with the first answer that is its best candidate; the whole tree is kept.
/// </remarks>
public sealed class DvtsSearch : ITreeSearch
{
    private readonly DvtsOptions _options;

    public DvtsSearch(DvtsOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("dvts"));

    public string Name => "dvts";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var expander = new StepExpander(tree, context);
        var tips = new List<ReasoningStep> { tree.Root };
        var answered = false;
        while (tips.Count > 0)
        {
            if (!expander.CanExpand(tips[0]))
            {
                return SearchEnd.DepthBudget;
            }

            var expansion = await expander.ExpandAsync(tips, SamplesOf, cancellationToken).ConfigureAwait(false);
            if (expansion.End is { } end)
            {
                return end;
            }

            var groups = tips[0].IsRoot ? DealOut(expansion.Children[0]) : expansion.Children;
            var chosen = groups.SelectMany(candidates => StepChoice.Take(tree, candidates, 1)).ToList();
            answered |= chosen.Exists(step => step.IsTerminal);
            tips = chosen.Where(step => !step.IsTerminal).ToList();
        }

        return answered ? SearchEnd.Complete : SearchEnd.NoFrontier;
    }

    private int SamplesOf(ReasoningStep step) => step.IsRoot ? _options.Subtrees * _options.SamplesPerStep : _options.SamplesPerStep;

    private IEnumerable<IReadOnlyList<ReasoningStep>> DealOut(IReadOnlyList<ReasoningStep> steps) => steps
        .Select((step, i) => (Step: step, Subtree: i % _options.Subtrees))
        .GroupBy(dealt => dealt.Subtree, dealt => dealt.Step)
        .Select(group => group.ToList());
}
