using System.Net.Sockets;
using System.Text;
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
        var passes = 0L;
        var watch = new ProgressWatch(time, TimeSpan.FromSeconds(60), () => passes);
        Assert.False(watch.IsStalled());

        // Idle for long: nothing is wrong.
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(watch.IsStalled());

        using (watch.Begin())
        {
            time.Advance(TimeSpan.FromSeconds(61));
            Assert.True(watch.IsStalled());
            passes++;
            Assert.False(watch.IsStalled());
            time.Advance(TimeSpan.FromSeconds(59));
            Assert.False(watch.IsStalled());
        }

        time.Advance(TimeSpan.FromSeconds(61));
        Assert.False(watch.IsStalled());
    }

    [Fact]
    public void Watch_that_is_asked_rarely_does_not_take_a_new_request_for_a_stall()
    {
        var time = new ManualTimeProvider();
        var watch = new ProgressWatch(time, TimeSpan.FromSeconds(60), () => 7);
        Assert.False(watch.IsStalled());

        time.Advance(TimeSpan.FromHours(1));
        using var work = watch.Begin();
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(watch.IsStalled());
    }

    [Fact]
    public async Task A_client_that_does_not_send_its_request_is_no_stall()
    {
        var time = new ManualTimeProvider();
        await using var server = await tiny.StartAsync(new EngineServerOptions { Time = time });
        using var client = new ServerClient(server.Urls[0], null);
        using var slow = new TcpClient("127.0.0.1", new Uri(server.Urls[0]).Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /pooling HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
        await MetricAsync(client, "synthfarm_engine_requests_in_progress 1");
        await client.Http.GetStringAsync("/health");
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("{\"status\":\"ok\"}", await client.Http.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_client_that_left_is_counted_as_499()
    {
        await using var server = await tiny.StartAsync(new EngineServerOptions());
        using var client = new ServerClient(server.Urls[0], null);
        foreach (var (stream, count) in new[] { ("true", 1), ("false", 2) })
        {
            using var gone = new CancellationTokenSource();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/completions")
            {
                Content = ServerClient.Content($$"""{"model":"tiny","prompt":"Compute 3 +","n":16,"max_tokens":900,"temperature":5,"stream":{{stream}}}"""),
            };
            var asked = client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, gone.Token);
            await MetricAsync(client, "synthfarm_engine_requests_in_progress 1");
            await gone.CancelAsync();
            (asked.IsCompletedSuccessfully ? await asked : null)?.Dispose();
            await MetricAsync(client, $"synthfarm_engine_http_requests_total{{route=\"/v1/completions\",status=\"499\"}} {count}");
        }
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

    /// <summary>Waits until the metrics have a line.</summary>
    private static async Task MetricAsync(ServerClient client, string line)
    {
        var metrics = "";
        for (var i = 0; i < 200; i++)
        {
            metrics = await client.Http.GetStringAsync("/metrics");
            if (metrics.Split('\n').Contains(line))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"There is no line {line} in:\n{metrics}");
    }
}
