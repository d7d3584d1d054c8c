namespace SynthFarm.Inference.Server.Models;

/// <summary>A model as <c>/v1/models</c> shows it.</summary>
/// <param name="Id">The name to ask for it by.</param>
/// <param name="Created">When the server started, in seconds since 1970.</param>
/// <param name="Root">Name and hash of the weights.</param>
/// <param name="MaxModelLen">Tokens of prompt and answer together.</param>
internal sealed record ModelCard(string Id, long Created, string Root, int MaxModelLen)
{
    public string Object { get; } = "model";

    public string OwnedBy { get; } = "synthfarm";
}
