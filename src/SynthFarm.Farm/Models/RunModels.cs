using SynthFarm.Core.Models;

namespace SynthFarm.Farm.Models;

/// <summary>The models of a run, and what must be let go of after it.</summary>
/// <param name="Policy">Proposes steps.</param>
/// <param name="Reward">Scores them.</param>
/// <param name="Owner">Disposed with this; null when the models outlive the run.</param>
/// <param name="Work">Tells what both have computed since they were loaded; null where nobody counts.</param>
/// <param name="Served">Tells what their servers were asked since they were loaded; null where neither has any.</param>
/// <param name="Troubles">Tells what keeps their servers from answering, one line each; null where neither has any.</param>
public sealed record RunModels(
    IPolicyModel Policy,
    IProcessRewardModel Reward,
    IAsyncDisposable? Owner = null,
    Func<RunWork>? Work = null,
    Func<ServedWork>? Served = null,
    Func<IReadOnlyList<string>>? Troubles = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner?.DisposeAsync() ?? ValueTask.CompletedTask;
}
