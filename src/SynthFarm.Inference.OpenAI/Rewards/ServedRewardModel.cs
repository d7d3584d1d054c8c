using System.Text.Json.Nodes;
using SynthFarm.Core.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.Inference.OpenAI.Prompts;

namespace SynthFarm.Inference.OpenAI.Rewards;

/// <summary>
/// A process reward model behind vLLM's <c>/pooling</c>. Scores are read by position, and there must be exactly as many as steps: a step that writes a marker adds none.
/// </summary>
internal sealed class ServedRewardModel : IProcessRewardModel
{
    private const int MostInputs = 64;

    private readonly ServedAddress _address;
    private readonly IExchange _exchange;
    private readonly TokenTexts _tokens;

    public ServedRewardModel(ServedAddress address, ServedCard card, IExchange exchange)
    {
        _address = address;
        _exchange = exchange;
        _tokens = new TokenTexts(address.Model, begins: true, exchange);
        Identity = address.Dialect != RewardDialect.Plain ? $"{card.Identity}/{address.Dialect.Name}" : address.ReadsPolicyTokens ? card.Identity : $"{card.Identity}/text";
    }

    /// <summary>Name and weights, and the dialect where it is not the plain one; <c>text</c> where it reads the text rather than the policy's tokens.</summary>
    public string Identity { get; }

    public async Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var inputs = new List<JsonNode>();
        foreach (var candidate in request.Candidates)
        {
            inputs.Add(await InputAsync(request, candidate, cancellationToken).ConfigureAwait(false));
        }

        // What reads the same has the same score and is asked for once.
        var texts = inputs.Select(input => input.ToJsonString()).ToList();
        var distinct = texts.Distinct().Select(text => inputs[texts.IndexOf(text)]).ToList();
        var parts = await Task.WhenAll(distinct.Chunk(MostInputs).Select(part => AskAsync(part, request, cancellationToken))).ConfigureAwait(false);
        var scores = texts.Distinct().Zip(parts.SelectMany(part => part)).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. texts.Select(text => new StepReward(scores[text]))];
    }

    private async Task<IReadOnlyList<float>> AskAsync(JsonNode[] inputs, RewardRequest request, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["model"] = _address.Model,
            ["input"] = new JsonArray([.. inputs.Select(input => input.DeepClone())]),
            ["task"] = "token_classify",
            ["add_special_tokens"] = _address.Dialect.Prompt.Template is null,
        };
        var steps = request.Path.Count + 1;
        var call = new ServedCall("/pooling", body)
        {
            IsVersioned = false,
            Affinity = request.TreeId,
            Check = answer => PoolingScores.Read(answer, inputs.Length, _address.Dialect, steps).Count == inputs.Length,
        };
        var answer = await _exchange.AskAsync(call, cancellationToken).ConfigureAwait(false);
        return answer[ServedCall.TooLong] is null
            ? PoolingScores.Read(answer, inputs.Length, _address.Dialect, steps)
            : throw new ModelException($"{_address.Model}: the path is longer than the reward model's context.");
    }

    private async Task<JsonNode> InputAsync(RewardRequest request, StepCandidate candidate, CancellationToken cancellationToken)
    {
        var dialect = _address.Dialect;
        if (_address.ReadsPolicyTokens)
        {
            var tokens = new List<int>(await _tokens.OfAsync(PlainText.Of(request.Problem.Statement) + "\n", request.TreeId, cancellationToken).ConfigureAwait(false));
            tokens.AddRange(request.Path.SelectMany(step => step.TokenIds));
            tokens.AddRange(candidate.TokenIds);
            return new JsonArray([.. tokens.Select(token => JsonValue.Create(token))]);
        }

        var steps = request.Path.Select(step => step.Text).Append(candidate.Text).Select(text => PlainText.Of(text, dialect));
        var problem = PlainText.Of(request.Problem.Statement, dialect);
        return JsonValue.Create(Head(dialect, problem) + (dialect.Marker is null
            ? string.Concat(steps)
            : string.Join(dialect.AfterMarker, steps.Select(step => step.TrimEnd('\n') + dialect.Marker))));
    }

    private static string Head(RewardDialect dialect, string problem) => dialect.Prompt.Template is { } template
        ? template.Render(dialect.Prompt.Turns(problem), openAssistant: true)
        : problem + "\n";
}
