using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Completions;
using SynthFarm.Inference.Server.Errors;
using SynthFarm.Inference.Server.Fields;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Server.Hosting;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Status;

namespace SynthFarm.Inference.Server.Pooling;

/// <summary>vLLM's <c>POST /pooling</c>: the scores of a process reward model.</summary>
internal sealed class PoolingRoute(ModelShelf shelf, EngineServerOptions options, RequestSlots slots, ProgressWatch watch)
{
    private readonly Dictionary<ServedModel, ScorePlaces> _places = shelf.All.Where(model => model.Scores).ToDictionary(model => model, model => new ScorePlaces(model));

    public async Task AnswerAsync(HttpContext context)
    {
        using var place = slots.Take();
        using var body = await Json.ReadAsync(context).ConfigureAwait(false);
        var fields = new RequestFields(body.RootElement, new FaultList());
        var model = shelf.Find(fields, scores: true);
        var inputs = CompletionPrompts.Read(fields, "input", model, options.MaxInputs);
        fields.Ignore("user", "request_id");
        fields.Only("task", value => value.Is("token_classify") || value.Is("encode"), "'token_classify'");
        fields.Only("encoding_format", value => value.Is("float"), "'float'");
        fields.Only("use_activation", value => value.ValueKind == System.Text.Json.JsonValueKind.True, "true");
        fields.Unsupported("messages", "truncate_prompt_tokens", "dimensions");
        fields.End();
        fields.Faults.ThrowIfAny();
        foreach (var input in inputs)
        {
            CheckLength(input.Length, model);
        }

        var rows = await ScoreAsync(model, inputs, context.RequestAborted).ConfigureAwait(false);
        await Json.WriteAsync(context, new PoolingAnswer(
            $"pool-{options.Entropy():x16}",
            options.Time.GetUtcNow().ToUnixTimeSeconds(),
            model.Name,
            [.. rows.Select((data, i) => new PoolingItem(i, data))],
            new Usage(inputs.Sum(input => input.Length), 0))).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<float[]>[]> ScoreAsync(ServedModel model, IReadOnlyList<int[]> inputs, CancellationToken cancellationToken)
    {
        using var work = watch.Begin();
        return await Task.WhenAll(inputs.Select(input => ScoreAsync(model, input, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<float[]>> ScoreAsync(ServedModel model, int[] tokens, CancellationToken cancellationToken)
    {
        var places = _places[model];
        var positions = places.In(tokens);
        if (positions.Count == 0)
        {
            return [];
        }

        var scores = await model.Engine.Engine.ScoreAsync(
            new ScoreRequest { Tokens = tokens, Positions = positions, Contrast = places.Contrast }, cancellationToken).ConfigureAwait(false);
        return [.. scores.Select(places.Row)];
    }

    private static void CheckLength(int tokens, ServedModel model)
    {
        if (tokens == 0)
        {
            throw ApiException.Invalid("A text has no tokens; at least one is needed.", "input", "empty_prompt");
        }

        if (tokens > model.ContextLength)
        {
            throw ApiException.Invalid(
                $"This model's maximum context length is {model.ContextLength} tokens. However, you requested {tokens} tokens.", "input", "context_length_exceeded");
        }
    }
}
