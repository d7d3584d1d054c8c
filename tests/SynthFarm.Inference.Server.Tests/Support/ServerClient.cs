using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthFarm.Inference.Server.Tests.Support;

/// <summary>Speaks plain HTTP to a server.</summary>
public sealed class ServerClient : IDisposable
{
    public ServerClient(string url, string? key)
    {
        Http.BaseAddress = new Uri(url);
        Http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    // An answer that is let go of is not read to its end first.
    public HttpClient Http { get; } = new(new SocketsHttpHandler { MaxResponseDrainSize = 0 });

    /// <summary>The answer to a request that must succeed.</summary>
    public async Task<JsonObject> PostAsync(string path, string body)
    {
        var (status, answer, _) = await SendAsync(path, body);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString());
        return answer;
    }

    /// <summary>The error a request ends with.</summary>
    public async Task<(int Status, JsonObject Error, HttpResponseHeaders Headers)> RefusedAsync(string path, string body)
    {
        var (status, answer, headers) = await SendAsync(path, body);
        return ((int)status, (JsonObject)answer["error"]!, headers);
    }

    /// <summary>The events of a stream that must end as it should.</summary>
    public async Task<IReadOnlyList<JsonObject>> StreamAsync(string path, string body)
    {
        using var answer = await Http.PostAsync(path, Content(body));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var events = (await answer.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("data: [DONE]", events[^1]);
        return [.. events[..^1].Select(text => JsonNode.Parse(text["data: ".Length..])!.AsObject())];
    }

    public static StringContent Content(string body) => new(body, Encoding.UTF8, "application/json");

    public void Dispose() => Http.Dispose();

    private async Task<(HttpStatusCode Status, JsonObject Answer, HttpResponseHeaders Headers)> SendAsync(string path, string body)
    {
        using var answer = await Http.PostAsync(path, Content(body));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject(), answer.Headers);
    }
}
