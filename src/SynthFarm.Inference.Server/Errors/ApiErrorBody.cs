namespace SynthFarm.Inference.Server.Errors;

/// <summary>The body that carries an error.</summary>
internal sealed record ApiErrorBody(ApiError Error);
