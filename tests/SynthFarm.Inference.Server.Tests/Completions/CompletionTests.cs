using System.Text.Json.Nodes;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Server.Completions;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Server.Status;
using SynthFarm.Inference.Server.Tests.Support;

namespace SynthFarm.Inference.Server.Tests.Completions;

public class CompletionTests(TinyServer tiny)
{
    private const string Path = "/v1/completions";
    private const string Prompt = TinyServer.Statement + "\\n";

    [Fact]
    public async Task Choices_are_the_engines_samples_of_seed_and_the_next_ones()
    {
        var answer = await tiny.Client.PostAsync(Path, $$"""
            {"model":"tiny","prompt":"{{Prompt}}","n":4,"seed":-9,"max_tokens":60,"temperature":0.9,"top_p":0.95,"top_k":40,"min_p":0.01,"logprobs":0,"return_token_ids":true}
            """);

        var prompt = tiny.Policy.Tokenizer.Encode(TinyServer.Statement + "\n");
        var expected = await tiny.Policy.Engine.GenerateAsync(new GenerateRequest
        {
            Prefix = prompt,
            Seeds = [.. Enumerable.Range(-9, 4).Select(seed => unchecked((ulong)(long)seed))],
            Sampling = new SamplingParameters { Temperature = 0.9, TopP = 0.95, TopK = 40, MinP = 0.01 },
            MaxTokens = 60,
            StopTokens = tiny.Policy.EndIds,
        });
        var choices = answer["choices"]!.AsArray();
        Assert.Equal(expected.Select(sample => sample.Text), choices.Select(choice => (string)choice!["text"]!));
        Assert.Equal(expected.Select(sample => sample.TokenIds), choices.Select(choice => Ints(choice!["token_ids"])));
        Assert.Equal(expected.Select(sample => sample.LogProbs), choices.Select(choice => choice!["logprobs"]!["token_logprobs"]!.AsArray().Select(value => (float)value!).ToArray()));
        Assert.Equal(prompt, Ints(choices[0]!["prompt_token_ids"]));
        var usage = answer["usage"]!;
        Assert.Equal((prompt.Length, expected.Sum(sample => sample.TokenIds.Count)), ((int)usage["prompt_tokens"]!, (int)usage["completion_tokens"]!));
        Assert.Equal((int)usage["total_tokens"]!, prompt.Length + (int)usage["completion_tokens"]!);
    }

    [Fact]
    public async Task Stop_string_ends_a_choice_and_is_in_it_on_request()
    {
        var without = await OneAsync($$"""{"model":"tiny","prompt":"{{Prompt}}","seed":1,"max_tokens":60,"stop":"\n"}""");
        var with = await OneAsync($$"""{"model":"tiny","prompt":"{{Prompt}}","seed":1,"max_tokens":60,"stop":["never","\n"],"include_stop_str_in_output":true}""");

        Assert.DoesNotContain('\n', (string)without["text"]!);
        Assert.Equal((string)without["text"]! + "\n", (string)with["text"]!);
        Assert.Equal(("stop", "\n"), ((string)with["finish_reason"]!, (string)with["stop_reason"]!));
    }

    [Fact]
    public async Task Finish_tells_an_end_of_text_from_a_stop_token_and_from_the_limit()
    {
        var lineFeed = tiny.Policy.Tokenizer.TokenId("\n");
        var ended = await OneAsync($$"""{"model":"tiny","prompt":"{{Prompt}}","temperature":0,"max_tokens":500}""");
        var stopped = await OneAsync($$"""{"model":"tiny","prompt":"{{Prompt}}","temperature":0,"max_tokens":500,"stop_token_ids":[{{lineFeed}}]}""");
        var cut = await OneAsync($$"""{"model":"tiny","prompt":"{{Prompt}}","temperature":0}""");

        Assert.Equal(("stop", null), ((string)ended["finish_reason"]!, (string?)ended["stop_reason"]));
        Assert.Equal(("stop", lineFeed), ((string)stopped["finish_reason"]!, (int)stopped["stop_reason"]!));
        Assert.Equal("length", (string)cut["finish_reason"]!);
    }

    [Fact]
    public async Task Several_prompts_give_their_choices_one_after_the_other()
    {
        var ids = string.Join(',', tiny.Policy.Tokenizer.Encode("Compute 37 + 4.\n"));
        var both = await tiny.Client.PostAsync(Path, $$"""{"model":"tiny","prompt":["{{Prompt}}","Compute 37 + 4.\n"],"n":2,"seed":5}""");
        var first = await tiny.Client.PostAsync(Path, $$"""{"model":"tiny","prompt":"{{Prompt}}","n":2,"seed":5}""");
        var second = await tiny.Client.PostAsync(Path, $$"""{"model":"tiny","prompt":[{{ids}}],"n":2,"seed":5}""");

        Assert.Equal([0, 1, 2, 3], both["choices"]!.AsArray().Select(choice => (int)choice!["index"]!));
        Assert.Equal(Texts(first).Concat(Texts(second)), Texts(both));
    }

    [Fact]
    public async Task Echo_puts_the_prompt_before_its_choices()
    {
        var plain = await OneAsync("""{"model":"tiny","prompt":"Compute 37 + 4.\n","seed":5}""");
        var echoed = await OneAsync("""{"model":"tiny","prompt":"Compute 37 + 4.\n","seed":5,"echo":true}""");

        Assert.Equal("Compute 37 + 4.\n" + (string)plain["text"]!, (string)echoed["text"]!);
    }

    [Fact]
    public async Task Log_probabilities_come_with_the_likeliest_tokens_and_their_places()
    {
        var choice = await OneAsync($$"""{"model":"tiny","prompt":"{{Prompt}}","temperature":0,"max_tokens":12,"logprobs":3}""");

        var (logProbs, text) = (choice["logprobs"]!, (string)choice["text"]!);
        var tokens = logProbs["tokens"]!.AsArray().Select(token => (string)token!).ToArray();
        Assert.Equal(text, string.Concat(tokens));
        for (var i = 0; i < tokens.Length; i++)
        {
            var top = logProbs["top_logprobs"]![i]!.AsObject();
            Assert.Equal(3, top.Count);
            // Drawn greedily, each is the likeliest at its place.
            Assert.Equal((tokens[i], (float)logProbs["token_logprobs"]![i]!), (top.First().Key, (float)top.First().Value!));
            Assert.Equal(tokens[i], text.Substring((int)logProbs["text_offset"]![i]!, tokens[i].Length));
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(",\"stop\":\"; left: 7\"", false)]
    [InlineData(",\"stop\":[\" = \",\"; left\"],\"include_stop_str_in_output\":true", true)]
    [InlineData(",\"logprobs\":2,\"echo\":false,\"return_token_ids\":true", true)]
    public async Task Stream_adds_up_to_the_whole_answer(string more, bool usage)
    {
        var body = $$"""{"model":"tiny","prompt":["{{Prompt}}","Compute 3 + 4.\n"],"n":3,"seed":11,"max_tokens":50{{more}}""";
        var whole = await tiny.Client.PostAsync(Path, body + "}");
        var chunks = await tiny.Client.StreamAsync(Path, body + (usage ? ""","stream":true,"stream_options":{"include_usage":true}}""" : ""","stream":true}"""));

        var pieces = chunks.SelectMany(chunk => chunk["choices"]!.AsArray()).Select(choice => choice!.AsObject()).ToLookup(choice => (int)choice["index"]!);
        Assert.Equal(Texts(whole), Enumerable.Range(0, 6).Select(i => string.Concat(pieces[i].Select(piece => (string)piece["text"]!))));
        foreach (var choice in whole["choices"]!.AsArray())
        {
            var own = pieces[(int)choice!["index"]!].ToArray();
            Assert.Equal((string?)choice["finish_reason"], Assert.Single(own.Select(piece => (string?)piece["finish_reason"]), reason => reason is not null));
            Assert.Equal((string?)choice["stop_reason"], (string?)own[^1]["stop_reason"]);
            if (choice["logprobs"] is { } logProbs)
            {
                foreach (var list in new[] { "tokens", "token_logprobs", "top_logprobs", "text_offset" })
                {
                    Assert.Equal(logProbs[list]!.ToJsonString(), new JsonArray([.. own.SelectMany(piece => piece["logprobs"]?[list]!.AsArray() ?? []).Select(value => value!.DeepClone())]).ToJsonString());
                }

            }

            Assert.Equal(Ints(choice["token_ids"]), own.SelectMany(piece => Ints(piece["token_ids"])));
            Assert.Equal(Ints(choice["prompt_token_ids"]), Ints(own[0]["prompt_token_ids"]));
        }

        Assert.Equal(usage ? whole["usage"]!.ToJsonString() : null, chunks[^1]["usage"]?.ToJsonString());
    }

    [Fact]
    public void Characters_of_several_tokens_are_counted_once()
    {
        int[] tokens = tiny.Policy.Tokenizer.EncodeContinuation("7\u20ac7");
        Assert.Equal(5, tokens.Length);
        var settings = new GenerationSettings
        {
            Choices = 1, Seed = 1, Sampling = new SamplingParameters(), MaxTokens = 5, Stop = [], IncludeStop = false, StopTokens = [], LogProbs = true, Alternatives = 0,
            Stream = false, StreamUsage = false, TokenIds = false,
        };
        var job = new GenerationJob(tiny.Models[0], settings, [[1]], () => 1, new ProgressWatch(TimeProvider.System, TimeSpan.FromSeconds(60), () => 0));
        var shape = new CompletionShape("id", 1, job, [""]);

        var offsets = tokens.Select(token => ((Completion)shape.Piece("", new TokenEvent(0, new SampledToken(token, -1), [], null))).Choices[0].LogProbs!.TextOffset[0]);

        Assert.Equal([0, 1, 1, 1, 2], offsets);
    }

    [Fact]
    public async Task Reader_who_leaves_ends_the_work()
    {
        var before = tiny.Policy.Engine.Counters;
        using (var gone = new CancellationTokenSource())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path)
            {
                Content = ServerClient.Content("""{"model":"tiny","prompt":"Compute 3 +","n":16,"max_tokens":900,"temperature":5,"stream":true}"""),
            };
            using var answer = await tiny.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, gone.Token);
            await (await answer.Content.ReadAsStreamAsync(gone.Token)).ReadExactlyAsync(new byte[10], gone.Token);
            await gone.CancelAsync();
        }

        for (var i = 0; i < 200 && tiny.Policy.Engine.Counters.Cancelled == before.Cancelled; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(before.Cancelled + 1, tiny.Policy.Engine.Counters.Cancelled);
    }

    private static IEnumerable<string> Texts(JsonObject answer) => answer["choices"]!.AsArray().Select(choice => (string)choice!["text"]!);

    private static int[] Ints(JsonNode? array) => array is null ? [] : [.. array.AsArray().Select(value => (int)value!)];

    private async Task<JsonObject> OneAsync(string body) => Assert.Single((await tiny.Client.PostAsync(Path, body))["choices"]!.AsArray())!.AsObject();
}
