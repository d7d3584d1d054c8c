using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SynthFarm.Inference.Server.Status;

/// <summary>Counts answers by route and status. Thread-safe.</summary>
internal sealed class RequestCounts
{
    // What nginx counts a request as whose client left before its answer.
    private const int ClientLeft = 499;

    private readonly ConcurrentDictionary<(string Route, int Status), long> _counts = new();

    /// <summary>The counts, in the order of their labels.</summary>
    public IEnumerable<(string Route, int Status, long Count)> All =>
        _counts.OrderBy(pair => pair.Key.Route, StringComparer.Ordinal).ThenBy(pair => pair.Key.Status).Select(pair => (pair.Key.Route, pair.Key.Status, pair.Value));

    /// <summary>Counts a request that was answered, or left by its client. What no route was found for is counted as one.</summary>
    public void Add(HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "other";
        var status = context.RequestAborted.IsCancellationRequested ? ClientLeft : context.Response.StatusCode;
        _counts.AddOrUpdate((route, status), 1, (_, count) => count + 1);
    }
}
