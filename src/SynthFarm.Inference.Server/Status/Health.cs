namespace SynthFarm.Inference.Server.Status;

/// <summary>The body of <c>/health</c>.</summary>
/// <param name="Status"><c>ok</c> or <c>stalled</c>.</param>
internal sealed record Health(string Status);
