using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.BestOfN;

/// <summary>
/// Independent rollouts from the problem to the end, all in one tree. Rollouts that agree so far share steps: a step drawn k times gets k
/// continuations, so the leaves, each counted as often as it was drawn, are exactly N independent samples, and the share of correct ones below
/// a step is Math-Shepherd's soft estimate for it.
/// </summary>
/// <remarks>Which of the answers counts is another matter: <see cref="Selection.AnswerSelection"/>.</remarks>
public sealed class BestOfNSearch : ITreeSearch
{
    private readonly BestOfNOptions _options;

    public BestOfNSearch(BestOfNOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("bestOfN"));

    public string Name => "best-of-n";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var rollouts = new Rollouts(new StepExpander(tree, context));
        return await rollouts.RunAsync(tree.Root, _options.Samples, cancellationToken).ConfigureAwait(false) is { End: { } end } ? end
            : rollouts.WereCut ? SearchEnd.DepthBudget
            : SearchEnd.Complete;
    }
}
