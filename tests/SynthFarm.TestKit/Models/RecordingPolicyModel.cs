using System.Collections.Concurrent;
using SynthFarm.Core.Models;

namespace SynthFarm.TestKit.Models;

/// <summary>Remembers every request and counts what was generated.</summary>
public sealed class RecordingPolicyModel(IPolicyModel inner) : IPolicyModel
{
    private long _tokens;

    public string Identity => inner.Identity;

    public ConcurrentQueue<StepRequest> Requests { get; } = [];

    /// <summary>Tokens of all candidates handed out so far.</summary>
    public long Tokens => Interlocked.Read(ref _tokens);

    public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        var candidates = await inner.ProposeAsync(request, cancellationToken);
        Interlocked.Add(ref _tokens, candidates.Sum(candidate => candidate.TokenIds.Count));
        return candidates;
    }
}
