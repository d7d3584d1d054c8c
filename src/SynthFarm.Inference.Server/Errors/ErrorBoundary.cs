using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Server.Hosting;

namespace SynthFarm.Inference.Server.Errors;

/// <summary>Turns whatever ends a request early into an error body. What is the server's own fault is logged, and its cause not told.</summary>
internal sealed class ErrorBoundary(Action<string>? log)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && Unrouted(context) is { } unrouted)
            {
                await WriteAsync(context, unrouted).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, Explain(e, log)).ConfigureAwait(false);
        }
    }

    /// <summary>What a sender is told of an exception.</summary>
    public static ApiException Explain(Exception exception, Action<string>? log)
    {
        switch (exception)
        {
            case ApiException api:
                return api;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new ApiException(StatusCodes.Status413PayloadTooLarge, new ApiError(
                    "The request's body is larger than this server allows.", ApiErrorTypes.InvalidRequest, Code: "request_too_large"), exception);
            case BadHttpRequestException bad:
                return new ApiException(bad.StatusCode, new ApiError(bad.Message, ApiErrorTypes.InvalidRequest), bad);
            case ArgumentException:
                return ApiException.Invalid(exception.Message, inner: exception);
            case ObjectDisposedException or OperationCanceledException:
                return new ApiException(StatusCodes.Status503ServiceUnavailable, new ApiError(
                    "The server is stopping.", ApiErrorTypes.Server, Code: "stopping"), exception) { RetryAfterSeconds = 5 };
            case NonFiniteLogitsException:
                log?.Invoke($"The model's weights are broken: {exception.Message}");
                return new ApiException(StatusCodes.Status500InternalServerError, new ApiError(exception.Message, ApiErrorTypes.Server, Code: "broken_model"), exception);
            default:
                log?.Invoke($"{exception.GetType().Name}: {exception.Message}");
                return new ApiException(StatusCodes.Status500InternalServerError, new ApiError(
                    "The server failed to answer this request; its log says why.", ApiErrorTypes.Server), exception);
        }
    }

    private static ApiException? Unrouted(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new ApiException(StatusCodes.Status404NotFound, new ApiError(
            $"Unknown request URL: {context.Request.Method} {context.Request.Path}.", ApiErrorTypes.InvalidRequest, Code: "unknown_url")),
        StatusCodes.Status405MethodNotAllowed => new ApiException(StatusCodes.Status405MethodNotAllowed, new ApiError(
            $"Not allowed to {context.Request.Method} on {context.Request.Path}.", ApiErrorTypes.InvalidRequest, Code: "method_not_supported")),
        _ => null,
    };

    private static async Task WriteAsync(HttpContext context, ApiException exception)
    {
        context.Response.StatusCode = exception.Status;
        if (exception.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (exception.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await Json.WriteAsync(context, new ApiErrorBody(exception.Error)).ConfigureAwait(false);
    }
}
