using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Hosting;
using SynthFarm.Inference.Server.Models;

namespace SynthFarm.Inference.Server.Status;

/// <summary><c>GET /metrics</c> in Prometheus' text format.</summary>
internal sealed class MetricsRoute(ModelShelf shelf, RequestSlots slots, RequestCounts counts)
{
    private static readonly (string Name, string Help, Func<EngineCounters, long> Value)[] OfEngine =
    [
        ("tokens_sampled_total", "Tokens drawn, over all choices.", counters => counters.TokensSampled),
        ("positions_computed_total", "Token positions that went through the model.", counters => counters.PositionsComputed),
        ("positions_reused_total", "Token positions that requests found in the prefix cache.", counters => counters.PositionsReused),
        ("positions_evicted_total", "Token positions dropped from the prefix cache to make room.", counters => counters.PositionsEvicted),
        ("passes_total", "Forward passes.", counters => counters.Passes),
        ("requests_completed_total", "Engine requests that ended with a result.", counters => counters.Completed),
        ("requests_failed_total", "Engine requests that ended with an error.", counters => counters.Failed),
        ("requests_cancelled_total", "Engine requests that were given up.", counters => counters.Cancelled),
    ];

    public Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(Text(), context.RequestAborted);
    }

    private string Text()
    {
        var text = new StringBuilder();
        Family(text, "http_requests_total", "counter", "Answers by route and status.");
        foreach (var (route, status, count) in counts.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"synthfarm_engine_http_requests_total{{route=\"{Label(route)}\",status=\"{status}\"}} {count}\n");
        }

        Family(text, "requests_in_progress", "gauge", "Requests for text or scores in progress.");
        text.Append(CultureInfo.InvariantCulture, $"synthfarm_engine_requests_in_progress {slots.Taken}\n");
        foreach (var (name, help, value) in OfEngine)
        {
            Family(text, name, "counter", help);
            foreach (var model in shelf.All)
            {
                text.Append(CultureInfo.InvariantCulture, $"synthfarm_engine_{name}{{model=\"{Label(model.Name)}\"}} {value(model.Engine.Engine.Counters)}\n");
            }
        }

        return text.ToString();
    }

    private static void Family(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP synthfarm_engine_{name} {help}\n# TYPE synthfarm_engine_{name} {type}\n");

    private static string Label(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
