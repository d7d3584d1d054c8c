namespace SynthFarm.Core.Models;

/// <summary>Proposes reasoning steps.</summary>
/// <remarks>
/// May be called concurrently. Honours the seeds: with an embedded engine the same request gives the same candidates whatever else runs.
/// May return fewer candidates than asked, never more, in the order of the seeds; throws only when it cannot answer at all
/// (<see cref="ModelException"/>) or was cancelled.
/// </remarks>
public interface IPolicyModel
{
    /// <summary>Who is speaking, e.g. <c>tiny@3f9c01ab22d7</c>: a name and a hash of the weights.</summary>
    string Identity { get; }

    Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken);
}
