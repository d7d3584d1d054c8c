using System.ClientModel;
using System.Text.Json;
using OpenAI;
using OpenAI.Chat;
using SynthFarm.Inference.Server.Tests.Support;

namespace SynthFarm.Inference.Server.Tests.Clients;

/// <summary>OpenAI's own client for .NET drives the server as it is.</summary>
public class DotNetClientTests(TinyServer tiny)
{
    private readonly OpenAIClient _client = Client(tiny, TinyServer.Key);

    [Fact]
    public async Task Models_are_listed()
    {
        var models = await _client.GetOpenAIModelClient().GetModelsAsync();

        Assert.Equal(["tiny", "tiny-prm", "tagger"], models.Value.Select(model => model.Id));
    }

    [Fact]
    public async Task Chat_takes_seed_stop_and_log_probabilities()
    {
        var options = Options();
        options.IncludeLogProbabilities = true;
        options.TopLogProbabilityCount = 2;
        options.StopSequences.Add("\n");
        var chat = _client.GetChatClient("tiny");
        ChatCompletion first = await chat.CompleteChatAsync([new UserChatMessage(TinyServer.Statement)], options);
        ChatCompletion second = await chat.CompleteChatAsync([new SystemChatMessage(""), new UserChatMessage(TinyServer.Statement)], options);
        ChatCompletion again = await chat.CompleteChatAsync([new UserChatMessage(TinyServer.Statement)], options);

        Assert.Equal(ChatFinishReason.Stop, first.FinishReason);
        Assert.Equal(first.Content[0].Text, again.Content[0].Text);
        Assert.DoesNotContain('\n', first.Content[0].Text);
        Assert.Equal(first.Content[0].Text, string.Concat(first.ContentTokenLogProbabilities.Select(token => token.Token)).TrimEnd('\n'));
        Assert.All(first.ContentTokenLogProbabilities, token => Assert.Equal(2, token.TopLogProbabilities.Count));
        Assert.Equal(first.ContentTokenLogProbabilities.Count, first.Usage.OutputTokenCount);
        Assert.True(second.Usage.InputTokenCount > first.Usage.InputTokenCount);
    }

    [Fact]
    public async Task Chat_streams_with_usage()
    {
        var chat = _client.GetChatClient("tiny");
        ChatCompletion whole = await chat.CompleteChatAsync([new UserChatMessage(TinyServer.Statement)], Options());
        var text = "";
        ChatTokenUsage? usage = null;
        ChatFinishReason? finish = null;
        await foreach (var update in chat.CompleteChatStreamingAsync([new UserChatMessage(TinyServer.Statement)], Options()))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            (usage, finish) = (update.Usage ?? usage, update.FinishReason ?? finish);
        }

        Assert.Equal(whole.Content[0].Text, text);
        Assert.Equal((whole.FinishReason, whole.Usage.TotalTokenCount), (finish, usage?.TotalTokenCount));
    }

    [Fact]
    public async Task Chat_gives_as_many_choices_as_asked()
    {
        using var body = BinaryContent.CreateJson(new { model = "tiny", messages = new[] { new { role = "user", content = TinyServer.Statement } }, n = 5, seed = 3, max_completion_tokens = 20 });
        ClientResult answer = await _client.GetChatClient("tiny").CompleteChatAsync(body);

        using var json = JsonDocument.Parse(answer.GetRawResponse().Content);
        Assert.Equal([0, 1, 2, 3, 4], json.RootElement.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task Wrong_key_is_401_and_a_wrong_field_400()
    {
        var refused = await Assert.ThrowsAsync<ClientResultException>(() => Client(tiny, "wrong").GetChatClient("tiny").CompleteChatAsync("x"));
        var invalid = await Assert.ThrowsAsync<ClientResultException>(() => _client.GetChatClient("tiny").CompleteChatAsync([new UserChatMessage("x")], new ChatCompletionOptions { FrequencyPenalty = 1 }));

        Assert.Equal(401, refused.Status);
        Assert.Contains("invalid_api_key", refused.Message, StringComparison.Ordinal);
        Assert.Equal(400, invalid.Status);
        Assert.Contains("frequency_penalty", invalid.Message, StringComparison.Ordinal);
    }

    private static OpenAIClient Client(TinyServer tiny, string key) => new(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(tiny.Server.Urls[0] + "/v1") });

    private static ChatCompletionOptions Options() => new()
    {
        Temperature = 0.7f,
        TopP = 0.9f,
        MaxOutputTokenCount = 40,
#pragma warning disable OPENAI001 // The seed is marked as experimental there.
        Seed = 17,
#pragma warning restore OPENAI001
    };
}
