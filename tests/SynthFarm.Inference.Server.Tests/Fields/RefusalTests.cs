using System.Text;
using SynthFarm.Inference.Server.Tests.Support;
using SynthFarm.TestKit;

namespace SynthFarm.Inference.Server.Tests.Fields;

/// <summary>What is refused, and in which words.</summary>
public class RefusalTests(TinyServer tiny)
{
    private static readonly string[] Completions =
    [
        "", "[]", "{\"a\":1,\"a\":2}", "{\"model\":\"tiny\",\"prompt\":\"x\"", """{"prompt":"x"}""", """{"model":"gpt-4o","prompt":"x"}""", """{"model":"tiny-prm","prompt":"x"}""",
        """{"model":"tiny"}""", """{"model":"tiny","prompt":""}""", """{"model":"tiny","prompt":[]}""", """{"model":"tiny","prompt":{"a":1}}""", """{"model":"tiny","prompt":[1,99999]}""",
        """{"model":"tiny","prompt":["x",true]}""", """{"model":"tiny","prompt":"\ud800"}""", """{"\ud800":1}""", """{"model":"tiny","prompt":"x","suffix":"\ud800"}""",
        """{"model":"tiny","prompt":"x","n":0}""", """{"model":"tiny","prompt":"x","n":65}""", """{"model":"tiny","prompt":["x","y"],"n":33}""", """{"model":"tiny","prompt":"x","n":1.5}""",
        """{"model":"tiny","prompt":"x","temperature":-0.1}""", """{"model":"tiny","prompt":"x","temperature":0.001}""", """{"model":"tiny","prompt":"x","temperature":6}""",
        """{"model":"tiny","prompt":"x","top_p":0}""", """{"model":"tiny","prompt":"x","top_p":1.1}""", """{"model":"tiny","prompt":"x","top_k":-2}""", """{"model":"tiny","prompt":"x","min_p":2}""",
        """{"model":"tiny","prompt":"x","max_tokens":0}""", """{"model":"tiny","prompt":"x","max_tokens":1024}""", """{"model":"tiny","prompt":"x","max_tokens":2147483647}""", """{"model":"tiny","prompt":"x","seed":9223372036854775808}""",
        """{"model":"tiny","prompt":"x","stop":""}""", """{"model":"tiny","prompt":"x","stop":["a",7]}""", """{"model":"tiny","prompt":"x","stop":7}""", """{"model":"tiny","prompt":"x","stop_token_ids":"x"}""",
        """{"model":"tiny","prompt":"x","logprobs":21}""", """{"model":"tiny","prompt":"x","logprobs":true}""", """{"model":"tiny","prompt":"x","echo":true,"logprobs":1}""",
        """{"model":"tiny","prompt":"x","best_of":3,"n":2}""", """{"model":"tiny","prompt":"x","suffix":"y"}""", """{"model":"tiny","prompt":"x","presence_penalty":0.5}""",
        """{"model":"tiny","prompt":"x","logit_bias":{"5":1}}""", """{"model":"tiny","prompt":"x","stream_options":{"include_usage":true}}""", """{"model":"tiny","prompt":"x","stream":1}""",
        """{"model":"tiny","prompt":"x","stream":true,"stream_options":{"frobs":1}}""", """{"model":"tiny","prompt":"x","frobs":1,"n":"two","top_p":true}""", """{"model":"tiny","prompt":"x","prompt_logprobs":1}""",
    ];

    private static readonly string[] Chats =
    [
        """{"model":"tiny"}""", """{"model":"tiny","messages":"x"}""", """{"model":"tiny","messages":[]}""", """{"model":"tiny","messages":["x"]}""",
        """{"model":"tiny","messages":[{"role":"user"}]}""", """{"model":"tiny","messages":[{"content":"x"}]}""", """{"model":"tiny","messages":[{"role":"tool","content":"x"}]}""",
        """{"model":"tiny","messages":[{"role":"user","content":[{"type":"image_url","image_url":{}}]}]}""", """{"model":"tiny","messages":[{"role":"user","content":"x","frobs":1}]}""",
        """{"model":"tiny","messages":[{"role":"user","content":"x"}],"continue_final_message":true}""",
        """{"model":"tiny","messages":[{"role":"assistant","content":"x"}],"continue_final_message":true,"add_generation_prompt":true}""",
        """{"model":"tiny","messages":[{"role":"user","content":"x"}],"top_logprobs":2}""", """{"model":"tiny","messages":[{"role":"user","content":"x"}],"logprobs":2}""",
        """{"model":"tiny","messages":[{"role":"user","content":"x"}],"max_tokens":5,"max_completion_tokens":6}""",
        """{"model":"tiny","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_object"}}""", """{"model":"tiny","messages":[{"role":"user","content":"x"}],"tools":[{}]}""",
        """{"model":"tiny","messages":[{"role":"user","content":"x"}],"reasoning_effort":"high"}""", """{"model":"tiny","messages":[{"role":"user","content":"x"}],"prompt":"x"}""",
    ];

    private static readonly string[] Poolings =
    [
        """{"model":"tiny","input":"x"}""", """{"model":"tiny-prm"}""", """{"model":"tiny-prm","input":[""]}""", """{"model":"tiny-prm","input":"x","task":"embed"}""",
        """{"model":"tiny-prm","input":"x","encoding_format":"base64"}""", """{"model":"tiny-prm","input":"x","use_activation":false}""",
    ];

    [Fact]
    public async Task Refusals_are_worded_as_reviewed()
    {
        var text = new StringBuilder();
        foreach (var (path, bodies) in new[] { ("/v1/completions", Completions), ("/v1/chat/completions", Chats), ("/pooling", Poolings), ("/detokenize", ["""{"model":"tiny"}""", """{"model":"tiny","tokens":"abc"}""", """{"model":"tiny","tokens":[7777]}"""]) })
        {
            text.Append("POST ").Append(path).Append("\n\n");
            foreach (var body in bodies)
            {
                var (status, error, _) = await tiny.Client.RefusedAsync(path, body);
                text.Append(body).Append('\n').Append("  ").Append(status).Append(' ').Append(error["param"]?.ToString() ?? "-").Append(' ').Append(error["code"]?.ToString() ?? "-").Append('\n');
                text.Append("  ").Append(error["message"]).Append("\n\n");
            }
        }

        Golden.Verify(text.ToString());
    }

    [Fact]
    public async Task Prompt_that_fills_the_context_is_refused_and_one_token_less_is_not()
    {
        var ids = string.Join(',', Enumerable.Repeat(tiny.Policy.Tokenizer.TokenId("7"), 1023));
        await tiny.Client.PostAsync("/v1/completions", $$"""{"model":"tiny","prompt":[{{ids}}],"max_tokens":1}""");
        var (status, error, _) = await tiny.Client.RefusedAsync("/v1/completions", $$"""{"model":"tiny","prompt":[{{ids}}],"max_tokens":2}""");

        Assert.Equal((400, "context_length_exceeded"), (status, (string)error["code"]!));
    }

    [Fact]
    public async Task Body_over_the_limit_is_refused()
    {
        var (status, error, _) = await tiny.Client.RefusedAsync("/v1/completions", $$"""{"model":"tiny","prompt":"{{new string('7', 64 << 10)}}"}""");

        Assert.Equal((413, "request_too_large"), (status, (string)error["code"]!));
    }

    [Fact]
    public async Task Body_that_is_not_json_by_its_type_is_refused()
    {
        using var answer = await tiny.Client.Http.PostAsync("/v1/completions", new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Request_beyond_the_limit_is_told_to_come_again()
    {
        await using var server = await tiny.StartAsync(new EngineServerOptions { MaxRequests = 1 });
        using var client = new ServerClient(server.Urls[0], null);
        using var first = new HttpRequestMessage(HttpMethod.Post, "/v1/completions")
        {
            Content = ServerClient.Content("""{"model":"tiny","prompt":"Compute 3 +","n":16,"max_tokens":900,"temperature":5,"stream":true}"""),
        };
        using var answer = await client.Http.SendAsync(first, HttpCompletionOption.ResponseHeadersRead);

        var (status, error, headers) = await client.RefusedAsync("/v1/completions", """{"model":"tiny","prompt":"x"}""");

        Assert.Equal((429, "rate_limit_exceeded", TimeSpan.FromSeconds(1)), (status, (string)error["code"]!, headers.RetryAfter!.Delta));
    }
}
