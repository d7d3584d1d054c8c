namespace SynthFarm.Inference.Server.Errors;

/// <summary>Ends a request with an error that its sender is told.</summary>
internal sealed class ApiException(int status, ApiError error, Exception? inner = null) : Exception(error.Message, inner)
{
    public int Status { get; } = status;

    public ApiError Error { get; } = error;

    /// <summary>After how many seconds it makes sense to ask again; null to say nothing.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>A request that cannot be answered whatever happens.</summary>
    public static ApiException Invalid(string message, string? param = null, string? code = null, Exception? inner = null) =>
        new(400, new ApiError(message, ApiErrorTypes.InvalidRequest, param, code), inner);
}
