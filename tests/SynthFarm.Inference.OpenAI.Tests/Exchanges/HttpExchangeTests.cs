using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Endpoints;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI.Tests.Exchanges;

public class HttpExchangeTests
{
    private const string Key = "sk-canary+key/of=tests";
    private readonly UsageMeter _meter = new();

    [Theory]
    [InlineData("content_filter", false)]
    [InlineData("tool_calls", false)]
    [InlineData("abort", true)]
    public async Task A_choice_that_ends_otherwise_than_a_text_is_wrong_and_one_that_is_aborted_an_outage(string finish, bool isOutage)
    {
        var fault = await FaultAsync($$"""data: {"choices":[{"index":0,"text":"1","finish_reason":"{{finish}}"}]}""");
        Assert.Equal(isOutage ? FaultKind.Outage : FaultKind.Wrong, fault.Kind);
        Assert.Contains(finish, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_a_stream_is_wrong_and_does_not_repeat_the_key()
    {
        var fault = await FaultAsync($$$"""data: {"error":{"message":"no such user: {{{Key}}}"}}""");
        Assert.Equal((FaultKind.Wrong, "the stream ended with an error: no such user: ***"), (fault.Kind, fault.Message));
    }

    [Theory]
    [InlineData("""{"error":{"message":"PADDING KEY"}}""")]
    [InlineData("""{"detail":{"header":"PADDING KEY"}}""")]
    [InlineData("PADDING KEY")]
    public async Task A_refusal_does_not_repeat_the_key_nor_its_beginning(string body)
    {
        var padding = new string('x', 290);
        var fault = await FaultAsync(body.Replace("KEY", Key, StringComparison.Ordinal).Replace("PADDING", padding, StringComparison.Ordinal), 400);
        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.DoesNotContain("sk-", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_not_counted_as_an_answer()
    {
        var fault = await FaultAsync("""data: {"choices":[{"index":0,"text":"1"}]}""");
        Assert.Equal((FaultKind.Outage, "the stream broke off"), (fault.Kind, fault.Message));
        Assert.Equal(0, _meter.Use.Answers);
    }

    [Fact]
    public async Task An_answer_may_be_as_long_as_its_tokens_and_no_longer()
    {
        var body = $$"""data: {"choices":[{"index":0,"text":"{{new string('7', 2 << 20)}}","finish_reason":"stop"}]}""";
        Assert.Contains("longer than is read", (await FaultAsync(body, tokens: 16)).Message, StringComparison.Ordinal);
        await AskAsync(body, tokens: 1024);
        Assert.Equal(1, _meter.Use.Answers);
    }

    private Task<ServedFault> FaultAsync(string body, int status = 200, int tokens = 16) => Assert.ThrowsAsync<ServedFault>(() => AskAsync(body, status, tokens));

    private async Task<JsonObject> AskAsync(string body, int status = 200, int tokens = 16)
    {
        var address = ServedAddressParser.Parse("openai:http://a/v1?model=m", "policy");
        var endpoint = new Endpoint(address.Endpoints[0], address, TimeProvider.System);
        using var http = new HttpClient(new Answering(status, body));
        using var watch = new SilenceWatch(endpoint, address.Silence, TimeProvider.System, TestContext.Current.CancellationToken);
        return await new HttpExchange(http, _meter, new ErrorText(Key), TimeProvider.System).SendAsync(endpoint, new ServedCall("/completions", new JsonObject { ["max_tokens"] = tokens }) { Choices = 1 }, watch);
    }

    private sealed class Answering(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent($"{body}\n\n", Encoding.UTF8, "text/event-stream") });
    }
}
