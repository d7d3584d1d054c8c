namespace SynthFarm.Inference.Server.Errors;

/// <summary>The kinds of error that OpenAI's clients know.</summary>
internal static class ApiErrorTypes
{
    public const string InvalidRequest = "invalid_request_error";

    public const string Permission = "permission_error";

    public const string RateLimit = "rate_limit_error";

    public const string Server = "server_error";
}
