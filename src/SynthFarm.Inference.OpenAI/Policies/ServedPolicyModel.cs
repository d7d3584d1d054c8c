using System.Text.Json.Nodes;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.Inference.OpenAI.Prompts;

namespace SynthFarm.Inference.OpenAI.Policies;

/// <summary>
/// A policy behind HTTP. A path is continued where it ends: by its tokens, by its text, or as the assistant's turn. Each candidate is one request with its own seed,
/// or all are one request. A server that honours seeds gives what the embedded engine gives.
/// </summary>
internal sealed class ServedPolicyModel : IPolicyModel, IPromptPreview
{
    private readonly ServedAddress _address;
    private readonly PolicyPrompts _prompts;
    private readonly ServedCard _card;
    private readonly IExchange _exchange;
    private readonly TokenTexts _tokens;

    public ServedPolicyModel(ServedAddress address, PromptFile prompt, ServedCard card, IExchange exchange)
    {
        _address = address;
        _prompts = new PolicyPrompts(address, prompt);
        _card = card;
        _exchange = exchange;
        _tokens = new TokenTexts(address.Model, begins: address.Template is null, exchange);
        string[] ways = [address.IsChat ? "chat" : address.Template?.Name ?? "", prompt.Name, address.Delimiter == "\n" ? "" : "paragraph", address.HasExtras ? "" : "text", address.IsTogether ? "together" : ""];
        Identity = string.Join('/', new[] { card.Identity }.Concat(ways.Where(way => way.Length > 0)));
    }

    /// <summary>Name and weights, and every option that decides what comes out.</summary>
    public string Identity { get; }

    private bool ReadsTokens => _address.HasExtras && !_address.IsChat;

    public string Preview(Problem problem) => _address.IsChat ? _prompts.Messages(problem, []).ToJsonString() : _prompts.Text(problem);

    public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var (fields, room) = await PromptAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Seeds.Count == 0 || room <= 0)
        {
            return [];
        }

        fields["max_tokens"] = Math.Min(request.MaxTokens, room);
        AddSampling(fields, request);
        var size = _address.IsTogether ? request.Seeds.Count : 1;
        var parts = await Task.WhenAll(request.Seeds.Chunk(size).Select(seeds => AskAsync(fields, request, seeds, cancellationToken))).ConfigureAwait(false);
        return [.. parts.SelectMany(part => part)];
    }

    /// <summary>Asks for the candidates of some seeds; those that do not come are asked for again.</summary>
    private async Task<IReadOnlyList<StepCandidate>> AskAsync(JsonObject fields, StepRequest request, Seed[] seeds, CancellationToken cancellationToken)
    {
        var candidates = new StepCandidate?[seeds.Length];
        for (var tries = 0; Array.IndexOf(candidates, null) is >= 0 and var first; tries++)
        {
            var open = Enumerable.Range(first, seeds.Length - first).Where(i => candidates[i] is null).ToList();
            var call = Call(fields, request, seeds[first], open.Count);
            var answer = await _exchange.AskAsync(call, cancellationToken).ConfigureAwait(false);
            if (answer[ServedCall.TooLong] is not null)
            {
                return [];
            }

            foreach (var choice in ServedCompletion.From(answer).Choices)
            {
                candidates[open[choice.Index]] = CandidateReader.Read(choice, request, _address);
            }

            if (tries == _address.Tries && candidates.Contains(null))
            {
                throw new ModelException($"{_address.Model}: {candidates.Count(candidate => candidate is null)} of {seeds.Length} choices never came.");
            }
        }

        return candidates!;
    }

    private ServedCall Call(JsonObject fields, StepRequest request, Seed seed, int choices)
    {
        var body = fields.DeepClone().AsObject();
        body["n"] = choices;
        // Seeds of 63 bits: not every server takes negative ones.
        body["seed"] = _address.HasExtras ? unchecked((long)seed.Value) : (long)(seed.Value >> 1);
        return new ServedCall(_address.IsChat ? "/chat/completions" : "/completions", body)
        {
            Affinity = request.TreeId,
            Choices = choices,
            CutAfter = _address.HasExtras || request.ToEnd ? null : _address.Delimiter,
        };
    }

    private async Task<(JsonObject Fields, int Room)> PromptAsync(StepRequest request, CancellationToken cancellationToken)
    {
        var fields = new JsonObject { ["model"] = _address.Model };
        if (_address.IsChat)
        {
            var messages = _prompts.Messages(request.Problem, request.Path);
            var isBegun = messages[^1]!["role"]!.GetValue<string>() == "assistant";
            fields["messages"] = messages;
            fields["continue_final_message"] = isBegun;
            fields["add_generation_prompt"] = !isBegun;
            return (fields, int.MaxValue);
        }

        var text = _prompts.Text(request.Problem);
        if (!ReadsTokens)
        {
            fields["prompt"] = text + PolicyPrompts.Steps(request.Path);
            return (fields, int.MaxValue);
        }

        var tokens = new List<int>(await _tokens.OfAsync(text, request.TreeId, cancellationToken).ConfigureAwait(false));
        foreach (var step in request.Path)
        {
            tokens.AddRange(step.TokenIds);
        }

        fields["prompt"] = new JsonArray([.. tokens.Select(token => JsonValue.Create(token))]);
        return (fields, _card.Context is { } context ? context - tokens.Count : int.MaxValue);
    }

    /// <summary>Every value is sent, so that no server's own default applies.</summary>
    private void AddSampling(JsonObject fields, StepRequest request)
    {
        fields["temperature"] = request.Sampling.Temperature;
        fields["top_p"] = request.Sampling.TopP;
        fields["logprobs"] = _address.IsChat ? true : 0;
        if (!_address.HasExtras)
        {
            return;
        }

        fields["top_k"] = request.Sampling.TopK > 0 ? request.Sampling.TopK : -1;
        fields["min_p"] = 0.0;
        fields["return_token_ids"] = true;
        if (!request.ToEnd)
        {
            fields["stop"] = new JsonArray(_address.Delimiter);
            fields["include_stop_str_in_output"] = true;
        }
    }
}
