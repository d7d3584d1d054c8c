using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SynthFarm.Inference.Server.Access;
using SynthFarm.Inference.Server.Chat;
using SynthFarm.Inference.Server.Completions;
using SynthFarm.Inference.Server.Errors;
using SynthFarm.Inference.Server.Hosting;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Pooling;
using SynthFarm.Inference.Server.Status;
using SynthFarm.Inference.Server.Tokens;

namespace SynthFarm.Inference.Server;

/// <summary>
/// Serves models over HTTP as OpenAI's and vLLM's servers do: completions, chat completions, tokens, and the scores of process reward models. What a
/// client asks for is done or refused by name, never left out.
/// </summary>
public sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EngineServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, free ports filled in.</summary>
    public IReadOnlyList<string> Urls => [.. _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];

    /// <summary>Starts a server.</summary>
    /// <param name="models">What it serves; the models stay the caller's to dispose, after the server.</param>
    /// <param name="options">Default: those of <see cref="EngineServerOptions"/>.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds, or a model cannot be served.</exception>
    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public static async Task<EngineServer> StartAsync(IReadOnlyList<ServedModel> models, EngineServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EngineServerOptions();
        options.Validate();
        var app = Build(options);
        try
        {
            Map(app, new ModelShelf(models), options);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new EngineServer(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes no more requests, lets those in progress end while <see cref="EngineServerOptions.DrainFor"/> lasts, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(EngineServerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls]).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = 4L * options.MaxRequests;
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainFor);
        return builder.Build();
    }

    private static void Map(WebApplication app, ModelShelf shelf, EngineServerOptions options)
    {
        var (slots, counts, gate, boundary) = (new RequestSlots(options.MaxRequests), new RequestCounts(), new AccessGate(options.ApiKey), new ErrorBoundary(options.Log));
        app.Use(async (context, next) =>
        {
            try
            {
                await boundary.InvokeAsync(context, next).ConfigureAwait(false);
            }
            finally
            {
                counts.Add(context);
            }
        });
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            gate.Check(context.Request);
            return next(context);
        });
        new ModelRoutes(shelf, options.Time.GetUtcNow().ToUnixTimeSeconds()).Map(app);
        var watch = new ProgressWatch(options.Time, options.StallAfter, () => shelf.All.Sum(model => model.Engine.Engine.Counters.Passes));
        app.MapPost("/v1/completions", new CompletionRoute(shelf, options, slots, watch).AnswerAsync);
        app.MapPost("/v1/chat/completions", new ChatRoute(shelf, options, slots, watch).AnswerAsync);
        var tokenize = new TokenizeRoutes(shelf);
        app.MapPost("/tokenize", tokenize.TokenizeAsync);
        app.MapPost("/detokenize", tokenize.DetokenizeAsync);
        app.MapPost("/pooling", new PoolingRoute(shelf, options, slots, watch).AnswerAsync);
        app.MapGet(HealthRoute.Path, new HealthRoute(watch).AnswerAsync);
        app.MapGet("/metrics", new MetricsRoute(shelf, slots, counts).AnswerAsync);
    }
}
