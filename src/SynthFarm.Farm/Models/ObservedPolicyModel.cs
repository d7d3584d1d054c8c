using SynthFarm.Core.Models;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Farm.Models;

/// <summary>Counts what a policy generates, shows who waits for it, and refuses what cannot be stored.</summary>
internal sealed class ObservedPolicyModel(IPolicyModel inner, RunMeter meter) : IPolicyModel
{
    public string Identity => inner.Identity;

    public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
    {
        using var waiting = meter.Begin(Activity.Policy);
        var candidates = await inner.ProposeAsync(request, cancellationToken).ConfigureAwait(false);
        meter.Generated(candidates.Sum(candidate => (long)candidate.TokenIds.Count));
        ModelOutput.Require(candidates, request, Identity);
        return candidates;
    }
}
