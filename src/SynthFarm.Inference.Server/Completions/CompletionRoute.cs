using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Server.Fields;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Server.Hosting;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Status;

namespace SynthFarm.Inference.Server.Completions;

/// <summary><c>POST /v1/completions</c>.</summary>
internal sealed class CompletionRoute(ModelShelf shelf, EngineServerOptions options, RequestSlots slots, ProgressWatch watch)
{
    // OpenAI's and vLLM's default.
    private const int DefaultMaxTokens = 16;

    public async Task AnswerAsync(HttpContext context)
    {
        using var place = slots.Take();
        using var body = await Json.ReadAsync(context).ConfigureAwait(false);
        var (job, echoes) = Read(body.RootElement);
        var shape = new CompletionShape($"cmpl-{options.Entropy():x16}", options.Time.GetUtcNow().ToUnixTimeSeconds(), job, echoes);
        await new GenerationAnswer(job, shape, options.Log).WriteAsync(context).ConfigureAwait(false);
    }

    private (GenerationJob Job, IReadOnlyList<string> Echoes) Read(JsonElement body)
    {
        var fields = new RequestFields(body, new FaultList());
        var model = shelf.Find(fields, scores: false);
        var prompts = CompletionPrompts.Read(fields, "prompt", model, options.MaxChoices);
        var logProbs = fields.Integer("logprobs", 0, GenerationFields.MostAlternatives);
        var settings = GenerationFields.Read(
            fields, Math.Max(1, options.MaxChoices / Math.Max(1, prompts.Count)), (logProbs is not null, logProbs ?? 0), fields.Integer("max_tokens", 1, int.MaxValue) ?? DefaultMaxTokens);
        var echo = fields.Flag("echo") ?? false;
        if (echo && settings.LogProbs)
        {
            fields.Fault("echo", "Unsupported value: 'echo' with 'logprobs'; this server has no log-probabilities of prompts.", "unsupported_value");
        }

        fields.Only("best_of", value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var best) && best == settings.Choices, "n");
        fields.Only("suffix", value => value.Is(""), "empty");
        fields.End();
        fields.Faults.ThrowIfAny();
        return (new GenerationJob(model, settings, prompts, options.Entropy, watch), [.. prompts.Select(prompt => echo ? model.Engine.Tokenizer.Decode(prompt) : "")]);
    }
}
