using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Server.Fields;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Server.Hosting;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Status;

namespace SynthFarm.Inference.Server.Chat;

/// <summary><c>POST /v1/chat/completions</c>.</summary>
internal sealed class ChatRoute(ModelShelf shelf, EngineServerOptions options, RequestSlots slots, ProgressWatch watch)
{
    public async Task AnswerAsync(HttpContext context)
    {
        using var place = slots.Take();
        using var body = await Json.ReadAsync(context).ConfigureAwait(false);
        var job = Read(body.RootElement);
        var shape = new ChatShape($"chatcmpl-{options.Entropy():x16}", options.Time.GetUtcNow().ToUnixTimeSeconds(), job);
        await new GenerationAnswer(job, shape, options.Log).WriteAsync(context).ConfigureAwait(false);
    }

    private GenerationJob Read(JsonElement body)
    {
        var fields = new RequestFields(body, new FaultList());
        var model = shelf.Find(fields, scores: false);
        var conversation = Conversation.Read(fields);
        var settings = GenerationFields.Read(fields, options.MaxChoices, ReadLogProbs(fields), ReadMaxTokens(fields));
        RefuseOthers(fields);
        fields.End();
        fields.Faults.ThrowIfAny();
        return new GenerationJob(model, settings, [conversation.Encode(model)], options.Entropy, watch);
    }

    private static (bool Wanted, int Alternatives) ReadLogProbs(RequestFields fields)
    {
        var wanted = fields.Flag("logprobs") ?? false;
        var alternatives = fields.Integer("top_logprobs", 0, GenerationFields.MostAlternatives) ?? 0;
        if (alternatives > 0 && !wanted)
        {
            fields.Fault("top_logprobs", "Invalid 'top_logprobs': allowed only where 'logprobs' is true.", "invalid_value");
        }

        return (wanted, alternatives);
    }

    private static int? ReadMaxTokens(RequestFields fields)
    {
        var older = fields.Integer("max_tokens", 1, int.MaxValue);
        var newer = fields.Integer("max_completion_tokens", 1, int.MaxValue);
        if (older is not null && newer is not null && older != newer)
        {
            fields.Fault("max_tokens", "Invalid 'max_tokens': differs from 'max_completion_tokens'; give one of them.", "invalid_value");
        }

        return newer ?? older;
    }

    private static void RefuseOthers(RequestFields fields)
    {
        fields.Ignore("parallel_tool_calls");
        fields.Only("store", value => value.ValueKind == JsonValueKind.False, "false");
        fields.Only("service_tier", value => value.Is("auto") || value.Is("default"), "'auto' or 'default'");
        fields.Only("response_format", value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("type", out var type) && type.Is("text"), "of type 'text'");
        fields.Only("modalities", value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.Is("text")), "['text']");
        fields.Only("tools", value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0, "[]");
        fields.Only("tool_choice", value => value.Is("none"), "'none'");
        fields.Unsupported("functions", "function_call", "audio", "prediction", "reasoning_effort", "verbosity", "web_search_options", "chat_template", "chat_template_kwargs");
    }
}
