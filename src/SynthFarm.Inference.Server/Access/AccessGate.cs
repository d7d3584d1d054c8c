using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Server.Errors;

namespace SynthFarm.Inference.Server.Access;

/// <summary>Lets in who brings the key; without a key, who asks for this machine by a loopback name, so that no page of the web can be led here.</summary>
internal sealed class AccessGate(string? key)
{
    private readonly ApiKey? _key = key is null ? null : new ApiKey(key);

    /// <exception cref="ApiException">The request may not pass.</exception>
    public void Check(HttpRequest request)
    {
        if (_key is null)
        {
            if (!ListenAddress.IsLoopback(request.Host.Host))
            {
                throw new ApiException(StatusCodes.Status403Forbidden, new ApiError(
                    "This server answers only requests for localhost or a loopback address.", ApiErrorTypes.Permission, Code: "host_not_allowed"));
            }

            return;
        }

        if (request.Path == Status.HealthRoute.Path)
        {
            return;
        }

        var authorization = request.Headers.Authorization.ToString();
        if (!_key.Admits(authorization))
        {
            throw new ApiException(StatusCodes.Status401Unauthorized, ApiKey.IsGiven(authorization)
                ? new ApiError("Incorrect API key provided.", ApiErrorTypes.InvalidRequest, Code: "invalid_api_key")
                : new ApiError("You didn't provide an API key. Send it in the header Authorization: Bearer KEY.", ApiErrorTypes.InvalidRequest));
        }
    }
}
