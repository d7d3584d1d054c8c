using System.Net;
using SynthFarm.Inference.Server.Tests.Support;

namespace SynthFarm.Inference.Server.Tests.Access;

public class AccessTests(TinyServer tiny)
{
    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/v1/models" }, { "GET", "/v1/models/tiny" }, { "POST", "/v1/completions" }, { "POST", "/v1/chat/completions" }, { "POST", "/pooling" },
        { "POST", "/tokenize" }, { "POST", "/detokenize" }, { "GET", "/metrics" }, { "GET", "/no/such/route" }, { "POST", "/health/" }, { "GET", "/Health/x" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_the_key_every_route_says_401(string method, string path)
    {
        foreach (var header in new[] { null, "", "Bearer", "Bearer wrong", $"Bearer {TinyServer.Key}x", $"Basic {TinyServer.Key}", TinyServer.Key })
        {
            using var client = new ServerClient(tiny.Server.Urls[0], null);
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? ServerClient.Content("{}") : null };
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", header);
            }

            using var answer = await client.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            Assert.Contains("\"type\":\"invalid_request_error\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Health_is_open()
    {
        using var client = new ServerClient(tiny.Server.Urls[0], null);

        Assert.Equal("""{"status":"ok"}""", await client.Http.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Without_a_key_only_loopback_names_are_answered()
    {
        await using var server = await tiny.StartAsync(new EngineServerOptions());
        using var client = new ServerClient(server.Urls[0], null);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/models") { Headers = { Host = "rebound.example" } };
        using var refused = await client.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("\"tiny-prm\"", await client.Http.GetStringAsync("/v1/models"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8000")]
    [InlineData("http://*:8000")]
    [InlineData("http://[::]:8000")]
    [InlineData("http://somewhere:8000")]
    public void Open_addresses_need_a_key(string url)
    {
        var options = new EngineServerOptions { Urls = [url] };

        Assert.Contains(url, Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
        (options with { ApiKey = "k" }).Validate();
    }

    [Theory]
    [InlineData("8000")]
    [InlineData("https://127.0.0.1:8000")]
    [InlineData("http://127.0.0.1:8000/path")]
    [InlineData("http://unix:/tmp/x")]
    public void Other_addresses_are_refused_by_name(string url) =>
        Assert.Contains(url, Assert.Throws<ArgumentException>((new EngineServerOptions { Urls = [url], ApiKey = "k" }).Validate).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("schlüssel")]
    public void Key_that_no_header_can_bring_is_refused_without_being_shown(string key)
    {
        var message = Assert.Throws<ArgumentException>((new EngineServerOptions { ApiKey = key }).Validate).Message;

        Assert.True(key.Length == 0 || !message.Contains(key, StringComparison.Ordinal));
    }
}
