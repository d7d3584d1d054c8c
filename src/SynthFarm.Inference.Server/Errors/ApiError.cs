namespace SynthFarm.Inference.Server.Errors;

/// <summary>What is wrong with a request, in OpenAI's shape.</summary>
/// <param name="Message">For people; where several things are wrong, all of them.</param>
/// <param name="Type">One of <see cref="ApiErrorTypes"/>.</param>
/// <param name="Param">The field that is wrong, the first of several; null where it is none.</param>
/// <param name="Code">For programs; null where there is none.</param>
internal sealed record ApiError(string Message, string Type, string? Param = null, string? Code = null);
