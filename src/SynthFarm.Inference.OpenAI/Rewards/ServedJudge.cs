using System.Text.Json.Nodes;
using SynthFarm.Core.Chat;
using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.Inference.OpenAI.Prompts;

namespace SynthFarm.Inference.OpenAI.Rewards;

/// <summary>
/// A language model that is asked whether a step is right. The score is the chance of Yes beside that of No as the first token, greedy, at <c>/completions</c>. A model that
/// would say neither has not judged, which fails the problem.
/// </summary>
internal sealed class ServedJudge(ServedAddress address, PromptFile prompt, ServedCard card, IExchange exchange) : IProcessRewardModel
{
    private const int Alternatives = 5;

    public string Identity => $"{card.Identity}/judge/{(address.Template is { } template ? $"{template.Name}/" : "")}{prompt.Name}";

    public async Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var steps = string.Concat(request.Path.Select(step => step.Text));
        return await Task.WhenAll(request.Candidates.Select(candidate => JudgeAsync(request, steps, candidate, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<StepReward> JudgeAsync(RewardRequest request, string steps, StepCandidate candidate, CancellationToken cancellationToken)
    {
        var turns = prompt.Fill(request.Problem, steps, candidate.Text.TrimEnd('\n')).Select(turn => (turn.Role, Content: PlainText.Of(turn.Text))).ToList();
        var begun = turns[^1].Role == "assistant" ? turns[^1].Content : "";
        var body = new JsonObject
        {
            ["model"] = address.Model,
            ["prompt"] = (address.Template ?? ChatTemplate.Raw).Render(begun.Length > 0 ? turns.SkipLast(1) : turns, openAssistant: true) + begun,
            ["max_tokens"] = 1,
            ["temperature"] = 0,
            ["n"] = 1,
            ["logprobs"] = Alternatives,
        };
        var answer = await exchange.AskAsync(new ServedCall("/completions", body) { Affinity = request.TreeId, Choices = 1 }, cancellationToken).ConfigureAwait(false);
        return answer[ServedCall.TooLong] is not null
            ? throw new ModelException($"{address.Model}: the path is longer than the judge's context.")
            : new StepReward(Score(ServedCompletion.From(answer).Choices[0].Alternatives ?? throw new ModelException($"{address.Model}: its server tells no logprobs, which a judge needs.")));
    }

    private float Score(IReadOnlyDictionary<string, double> tokens)
    {
        var (yes, no) = (Chance(tokens, "yes"), Chance(tokens, "no"));
        return yes + no > 0
            ? (float)(yes / (yes + no))
            : throw new ModelException($"{address.Model}: neither Yes nor No is among the {Alternatives} likeliest first words of the judge; its prompt must ask for one of them.");
    }

    private static double Chance(IReadOnlyDictionary<string, double> tokens, string word) =>
        tokens.Where(token => string.Equals(token.Key.Trim(), word, StringComparison.OrdinalIgnoreCase)).Sum(token => Math.Exp(token.Value));
}
