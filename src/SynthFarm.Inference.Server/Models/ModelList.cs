namespace SynthFarm.Inference.Server.Models;

/// <summary>The body of <c>/v1/models</c>.</summary>
internal sealed record ModelList(IReadOnlyList<ModelCard> Data)
{
    public string Object { get; } = "list";
}
