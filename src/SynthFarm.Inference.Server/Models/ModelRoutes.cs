using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SynthFarm.Inference.Server.Hosting;

namespace SynthFarm.Inference.Server.Models;

/// <summary><c>GET /v1/models</c> and <c>/v1/models/NAME</c>.</summary>
internal sealed class ModelRoutes(ModelShelf shelf, long created)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/models", context => Json.WriteAsync(context, new ModelList([.. shelf.All.Select(Card)])));
        routes.MapGet("/v1/models/{**name}", context => Json.WriteAsync(context, Card(shelf.Find((string)context.Request.RouteValues["name"]!))));
    }

    private ModelCard Card(ServedModel model) => new(model.Name, created, model.Engine.Identity, model.ContextLength);
}
