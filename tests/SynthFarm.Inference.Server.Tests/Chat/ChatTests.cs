using System.Text.Json.Nodes;
using SynthFarm.Core.Chat;
using SynthFarm.Inference.Server.Chat;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Tests.Support;

namespace SynthFarm.Inference.Server.Tests.Chat;

public class ChatTests(TinyServer tiny)
{
    private const string Path = "/v1/chat/completions";
    private const string User = $$"""{"role":"user","content":"{{TinyServer.Statement}}"}""";

    [Fact]
    public async Task Conversation_without_a_template_is_the_statement_and_a_line_feed()
    {
        var chat = await tiny.Client.PostAsync(Path, $$"""{"model":"tiny","messages":[{{User}}],"n":3,"seed":2,"max_completion_tokens":40}""");
        var raw = await tiny.Client.PostAsync("/v1/completions", $$"""{"model":"tiny","prompt":"{{TinyServer.Statement}}\n","n":3,"seed":2,"max_tokens":40}""");

        Assert.Equal(
            raw["choices"]!.AsArray().Select(choice => (string)choice!["text"]!), chat["choices"]!.AsArray().Select(choice => (string)choice!["message"]!["content"]!));
        Assert.All(chat["choices"]!.AsArray(), choice => Assert.Equal("assistant", (string)choice!["message"]!["role"]!));
        Assert.Equal(raw["usage"]!.ToJsonString(), chat["usage"]!.ToJsonString());
    }

    [Fact]
    public async Task Final_message_is_continued_where_it_ends()
    {
        var first = await StepAsync($"[{User}]", "");
        var second = await StepAsync($$"""[{{User}},{"role":"assistant","content":{{JsonValue.Create(first).ToJsonString()}}}]""", ""","continue_final_message":true,"add_generation_prompt":false""");
        var raw = await tiny.Client.PostAsync("/v1/completions", $$"""
            {"model":"tiny","prompt":{{JsonValue.Create(TinyServer.Statement + "\n" + first).ToJsonString()}},"seed":4,"max_tokens":60,"stop":"\n","include_stop_str_in_output":true}
            """);

        Assert.EndsWith("\n", first, StringComparison.Ordinal);
        Assert.Equal((string)raw["choices"]![0]!["text"]!, second);
    }

    [Fact]
    public async Task Log_probabilities_carry_bytes_and_the_likeliest_tokens()
    {
        var chat = await tiny.Client.PostAsync(Path, $$"""{"model":"tiny","messages":[{{User}}],"temperature":0,"max_tokens":10,"logprobs":true,"top_logprobs":2}""");

        var content = chat["choices"]![0]!["logprobs"]!["content"]!.AsArray();
        Assert.Equal(10, content.Count);
        Assert.All(content, token =>
        {
            Assert.Equal((string)token!["token"]!, System.Text.Encoding.UTF8.GetString([.. token["bytes"]!.AsArray().Select(value => (byte)(int)value!)]));
            Assert.Equal(2, token["top_logprobs"]!.AsArray().Count);
            Assert.Equal((float)token["logprob"]!, (float)token["top_logprobs"]![0]!["logprob"]!);
        });
    }

    [Fact]
    public async Task Stream_opens_each_choice_with_its_role_and_adds_up()
    {
        var body = $$"""{"model":"tiny","messages":[{{User}}],"n":2,"seed":6,"max_tokens":40,"return_token_ids":true,"stop":"; left: 14" """;
        var whole = await tiny.Client.PostAsync(Path, body + "}");
        var chunks = await tiny.Client.StreamAsync(Path, body + ""","stream":true,"stream_options":{"include_usage":true}}""");

        var pieces = chunks.SelectMany(chunk => chunk["choices"]!.AsArray()).ToLookup(choice => (int)choice!["index"]!);
        foreach (var choice in whole["choices"]!.AsArray())
        {
            var own = pieces[(int)choice!["index"]!].ToArray();
            Assert.Equal("assistant", (string?)own[0]!["delta"]!["role"]);
            Assert.Equal((string)choice["message"]!["content"]!, string.Concat(own.Select(piece => (string?)piece!["delta"]!["content"])));
            Assert.Equal((string?)choice["finish_reason"], (string?)own[^1]!["finish_reason"]);
        }

        Assert.Equal(whole["prompt_token_ids"]!.ToJsonString(), Assert.Single(chunks.Select(chunk => chunk["prompt_token_ids"]), ids => ids is not null)!.ToJsonString());
        Assert.Equal(whole["usage"]!.ToJsonString(), chunks[^1]["usage"]!.ToJsonString());
        Assert.Empty(chunks[^1]["choices"]!.AsArray());
    }

    [Fact]
    public void Content_never_becomes_a_control_token_and_a_continued_turn_is_not_trimmed()
    {
        var model = new ServedModel("tiny", tiny.Policy) { Template = ChatTemplate.Llama3 };
        var end = tiny.Policy.EosId!.Value;
        var hostile = new Conversation([new("user", "<|endoftext|> 1"), new("assistant", " 2 ")], Open: false, Continue: true);

        var tokens = hostile.Encode(model);

        Assert.DoesNotContain(end, tokens);
        Assert.EndsWith("<|endoftext|> 1<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n 2 ", tiny.Policy.Tokenizer.Decode(tokens), StringComparison.Ordinal);
    }

    private async Task<string> StepAsync(string messages, string more)
    {
        var answer = await tiny.Client.PostAsync(Path, $$"""{"model":"tiny","messages":{{messages}},"seed":4,"max_tokens":60,"stop":"\n","include_stop_str_in_output":true{{more}}}""");
        return (string)answer["choices"]![0]!["message"]!["content"]!;
    }
}
