using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Server.Completions;

/// <summary>Tells choices as completions.</summary>
/// <param name="id">The answer's id.</param>
/// <param name="created">When it was begun, in seconds since 1970.</param>
/// <param name="job">The work.</param>
/// <param name="echoes">The text to put before each prompt's choices; empty ones where it is not echoed.</param>
internal sealed class CompletionShape(string id, long created, GenerationJob job, IReadOnlyList<string> echoes) : IAnswerShape
{
    private readonly TokenTextDecoder[] _decoders = [.. Enumerable.Range(0, job.Choices).Select(_ => new TokenTextDecoder(job.Model.Engine.Tokenizer))];
    private readonly int[] _offsets = [.. Enumerable.Range(0, job.Choices).Select(choice => Length(echoes[choice / job.Settings.Choices]))];

    private Tokenizer Tokenizer => job.Model.Engine.Tokenizer;

    public object Whole(IReadOnlyList<GeneratedSample> samples, Usage usage) => Answer([.. samples.Select(Choice)]) with { Usage = usage };

    public object? Opening(int choice) => Echo(choice).Length > 0 || job.Settings.TokenIds
        ? Answer([new CompletionChoice(choice, Echo(choice), null, null) { PromptTokenIds = PromptIds(choice) }])
        : null;

    public object Piece(string text, TokenEvent token) => Answer([new CompletionChoice(
        token.Choice, text, LogProbs(token.Choice, [token.Token], [token.Alternatives]), null)
    {
        TokenIds = job.Settings.TokenIds ? [token.Token.Id] : null,
    }]);

    public object Closing(int choice, string text, GeneratedSample sample) => Answer([new CompletionChoice(choice, text, null, FinishReason.Of(sample))
    {
        StopReason = FinishReason.Stop(sample, job.Model.Engine.EndIds),
    }]);

    public object Total(Usage usage) => Answer([]) with { Usage = usage };

    private static int Length(string text) => text.EnumerateRunes().Count();

    private Completion Answer(IReadOnlyList<CompletionChoice> choices) => new(id, created, job.Model.Name, job.Model.Engine.Identity, choices);

    private int[]? PromptIds(int choice) => job.Settings.TokenIds ? job.Prompts[choice / job.Settings.Choices] : null;

    private string Echo(int choice) => echoes[choice / job.Settings.Choices];

    private CompletionChoice Choice(GeneratedSample sample, int index) => new(
        index,
        Echo(index) + sample.Text,
        LogProbs(index, [.. sample.TokenIds.Select((token, i) => new SampledToken(token, sample.LogProbs[i]))], sample.Alternatives),
        FinishReason.Of(sample))
    {
        StopReason = FinishReason.Stop(sample, job.Model.Engine.EndIds),
        TokenIds = job.Settings.TokenIds ? sample.TokenIds : null,
        PromptTokenIds = PromptIds(index),
    };

    private CompletionLogProbs? LogProbs(int choice, IReadOnlyList<SampledToken> tokens, IReadOnlyList<IReadOnlyList<SampledToken>> alternatives)
    {
        if (!job.Settings.LogProbs)
        {
            return null;
        }

        var texts = tokens.Select(token => TokenTexts.Of(Tokenizer, token.Id)).ToArray();
        var offsets = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            offsets[i] = _offsets[choice];
            // A character of several tokens counts where it is complete.
            _offsets[choice] += Length(_decoders[choice].Append(tokens[i].Id));
        }

        return new CompletionLogProbs(texts, [.. tokens.Select(token => token.LogProb)], [.. alternatives.Select(ByText)], offsets);
    }

    private Dictionary<string, float> ByText(IReadOnlyList<SampledToken> alternatives)
    {
        var byText = new Dictionary<string, float>();
        foreach (var token in alternatives)
        {
            // Of tokens with one text the likeliest stands for all.
            byText.TryAdd(TokenTexts.Of(Tokenizer, token.Id), token.LogProb);
        }

        return byText;
    }
}
