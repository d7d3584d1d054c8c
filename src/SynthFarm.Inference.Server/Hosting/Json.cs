using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Server.Errors;

namespace SynthFarm.Inference.Server.Hosting;

/// <summary>Bodies in and out: snake case, strict when read.</summary>
internal static class Json
{
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>How bodies are written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a request's body, which must be one JSON object.</summary>
    /// <exception cref="ApiException">It is something else; the message says where.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, new ApiError(
                "The request's Content-Type must be application/json.", ApiErrorTypes.InvalidRequest));
        }

        JsonDocument? document = null;
        try
        {
            document = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted).ConfigureAwait(false);
            CheckTexts(document.RootElement);
        }
        catch (JsonException e)
        {
            throw ApiException.Invalid($"We could not parse the JSON body of your request: {e.Message}", code: "invalid_json", inner: e);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // What the reader says of an escape that stands for half a character.
            document?.Dispose();
            throw ApiException.Invalid("We could not parse the JSON body of your request: a string is no valid Unicode.", code: "invalid_json", inner: e);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw ApiException.Invalid("The JSON body of your request is not an object.", code: "invalid_json");
    }

    /// <summary>Reads every name and text once, since those that are no valid Unicode pass the parser and fail whoever reads them later.</summary>
    private static void CheckTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    CheckTexts(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }

    /// <summary>Writes a body; the status must be set before.</summary>
    public static Task WriteAsync<T>(HttpContext context, T body) => context.Response.WriteAsJsonAsync(body, Options, context.RequestAborted);
}
