using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Server.Hosting;

namespace SynthFarm.Inference.Server.Status;

/// <summary><c>GET /health</c>: 200 while requests get on, 503 once the engines have computed nothing for too long though some wait.</summary>
internal sealed class HealthRoute(ProgressWatch watch)
{
    public const string Path = "/health";

    public Task AnswerAsync(HttpContext context)
    {
        var stalled = watch.IsStalled();
        context.Response.StatusCode = stalled ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return Json.WriteAsync(context, new Health(stalled ? "stalled" : "ok"));
    }
}
