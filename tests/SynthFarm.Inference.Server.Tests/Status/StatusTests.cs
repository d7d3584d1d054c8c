using SynthFarm.Inference.Server.Status;
using SynthFarm.Inference.Server.Tests.Support;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Inference.Server.Tests.Status;

public class StatusTests(TinyServer tiny)
{
    [Fact]
    public void Watch_calls_a_server_stalled_that_is_busy_and_computes_nothing()
    {
        var time = new ManualTimeProvider();
        var (passes, busy) = (0L, false);
        var watch = new ProgressWatch(time, TimeSpan.FromSeconds(60), () => passes, () => busy);
        Assert.False(watch.IsStalled());

        // Idle for long: nothing is wrong.
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(watch.IsStalled());

        busy = true;
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.True(watch.IsStalled());
        passes++;
        Assert.False(watch.IsStalled());
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(watch.IsStalled());
    }

    [Fact]
    public void Watch_that_is_asked_rarely_does_not_take_a_new_request_for_a_stall()
    {
        var time = new ManualTimeProvider();
        var busy = false;
        var watch = new ProgressWatch(time, TimeSpan.FromSeconds(60), () => 7, () => busy);
        Assert.False(watch.IsStalled());

        time.Advance(TimeSpan.FromHours(1));
        busy = true;
        watch.Began();
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(watch.IsStalled());
    }

    [Fact]
    public async Task Metrics_count_answers_and_tokens()
    {
        await tiny.Client.PostAsync("/v1/completions", """{"model":"tiny","prompt":"Compute 3 + 4.\n","n":2,"temperature":0,"max_tokens":3}""");
        var metrics = (await tiny.Client.Http.GetStringAsync("/metrics")).Split('\n');

        Assert.Contains(metrics, line => line.StartsWith("synthfarm_engine_http_requests_total{route=\"/v1/completions\",status=\"200\"} ", StringComparison.Ordinal));
        Assert.Contains(metrics, line => line.StartsWith("synthfarm_engine_tokens_sampled_total{model=\"tiny\"} ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));
        Assert.Equal(metrics.Count(line => line.StartsWith("# HELP", StringComparison.Ordinal)), metrics.Count(line => line.StartsWith("# TYPE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tokenize_and_detokenize_turn_text_around()
    {
        var tokens = await tiny.Client.PostAsync("/tokenize", """{"model":"tiny","prompt":"Compute 3 + 4.\n"}""");
        var chat = await tiny.Client.PostAsync("/tokenize", """{"model":"tiny","messages":[{"role":"user","content":"Compute 3 + 4."}]}""");
        var text = await tiny.Client.PostAsync("/detokenize", $$"""{"model":"tiny","tokens":{{tokens["tokens"]!.ToJsonString()}}}""");

        Assert.Equal("Compute 3 + 4.\n", (string)text["prompt"]!);
        Assert.Equal((tokens["tokens"]!.AsArray().Count, 1024), ((int)tokens["count"]!, (int)tokens["max_model_len"]!));
        Assert.Equal(tokens["tokens"]!.ToJsonString(), chat["tokens"]!.ToJsonString());
    }

    [Fact]
    public async Task Stopping_lets_requests_in_progress_end()
    {
        var server = await tiny.StartAsync(new EngineServerOptions { DrainFor = TimeSpan.FromSeconds(60) });
        using var client = new ServerClient(server.Urls[0], null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/completions")
        {
            Content = ServerClient.Content("""{"model":"tiny","prompt":"Compute 3 +","n":8,"max_tokens":300,"temperature":5,"stream":true}"""),
        };
        using var answer = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stop = server.DisposeAsync();

        Assert.EndsWith("data: [DONE]\n\n", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await stop;
    }
}
