using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Server.Chat;

/// <summary>Tells choices as chat completions.</summary>
/// <param name="id">The answer's id.</param>
/// <param name="created">When it was begun, in seconds since 1970.</param>
/// <param name="job">The work.</param>
internal sealed class ChatShape(string id, long created, GenerationJob job) : IAnswerShape
{
    private Tokenizer Tokenizer => job.Model.Engine.Tokenizer;

    private int[]? PromptIds => job.Settings.TokenIds ? job.Prompts[0] : null;

    public object Whole(IReadOnlyList<GeneratedSample> samples, Usage usage) => Answer("chat.completion", [.. samples.Select(Choice)]) with
    {
        Usage = usage,
        PromptTokenIds = PromptIds,
    };

    public object? Opening(int choice) => Chunk(new ChatChoice(choice, null, null) { Delta = new ChatDelta { Role = "assistant", Content = "" } }) with
    {
        PromptTokenIds = choice == 0 ? PromptIds : null,
    };

    public object Piece(string text, TokenEvent token) => Chunk(new ChatChoice(token.Choice, LogProbs([token.Token], [token.Alternatives]), null)
    {
        Delta = new ChatDelta { Content = text },
        TokenIds = job.Settings.TokenIds ? [token.Token.Id] : null,
    });

    public object Closing(int choice, string text, GeneratedSample sample) => Chunk(new ChatChoice(choice, null, FinishReason.Of(sample))
    {
        Delta = new ChatDelta { Content = text.Length > 0 ? text : null },
        StopReason = FinishReason.Stop(sample, job.Model.Engine.EndIds),
    });

    public object Total(Usage usage) => Answer("chat.completion.chunk", []) with { Usage = usage };

    private ChatCompletion Chunk(ChatChoice choice) => Answer("chat.completion.chunk", [choice]);

    private ChatCompletion Answer(string kind, IReadOnlyList<ChatChoice> choices) => new(id, kind, created, job.Model.Name, job.Model.Engine.Identity, choices);

    private ChatChoice Choice(GeneratedSample sample, int index) => new(
        index, LogProbs([.. sample.TokenIds.Select((token, i) => new SampledToken(token, sample.LogProbs[i]))], sample.Alternatives), FinishReason.Of(sample))
    {
        Message = new ChatAnswerMessage(sample.Text),
        StopReason = FinishReason.Stop(sample, job.Model.Engine.EndIds),
        TokenIds = job.Settings.TokenIds ? sample.TokenIds : null,
    };

    private ChatLogProbs? LogProbs(IReadOnlyList<SampledToken> tokens, IReadOnlyList<IReadOnlyList<SampledToken>> alternatives) => job.Settings.LogProbs
        ? new ChatLogProbs([.. tokens.Select((token, i) => LogProb(token) with
        {
            TopLogProbs = alternatives.Count == 0 ? [] : [.. alternatives[i].Select(LogProb)],
        })])
        : null;

    private ChatTokenLogProb LogProb(SampledToken token) =>
        new(TokenTexts.Of(Tokenizer, token.Id), token.LogProb, [.. Tokenizer.TokenBytes(token.Id).ToArray().Select(value => (int)value)]);
}
