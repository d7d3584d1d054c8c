using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Engine;

public sealed class TokenListenerTests : IDisposable
{
    private readonly EngineModel _model = ModelFolders.Load(LlamaHead.LanguageModel, 1);

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task Every_token_is_told_in_order_before_its_samples_end()
    {
        var heard = new Heard();
        IReadOnlyList<GeneratedSample> samples = await _model.Engine.GenerateAsync(Request(24) with { Alternatives = 3 }, heard);

        Assert.Equal(24, heard.Ends.Count);
        for (int i = 0; i < samples.Count; i++)
        {
            Assert.Same(samples[i], heard.Ends[i]);
            Assert.Equal(samples[i].TokenIds.Zip(samples[i].LogProbs, (id, logProb) => new SampledToken(id, logProb)), heard.Tokens[i].Select(token => token.Token));
            Assert.Equal(samples[i].Alternatives, heard.Tokens[i].Select(token => token.Alternatives));
        }
    }

    [Fact]
    public async Task Listener_and_alternatives_change_no_sample()
    {
        IReadOnlyList<GeneratedSample> plain = await _model.Engine.GenerateAsync(Request(24));
        IReadOnlyList<GeneratedSample> told = await _model.Engine.GenerateAsync(Request(24) with { Alternatives = 5 }, new Heard());

        Assert.Equal(plain.Select(sample => sample.TokenIds), told.Select(sample => sample.TokenIds));
        Assert.Equal(plain.Select(sample => sample.LogProbs), told.Select(sample => sample.LogProbs));
    }

    [Fact]
    public async Task Alternatives_are_the_likeliest_and_hold_what_greedy_draws()
    {
        GeneratedSample sample = (await _model.Engine.GenerateAsync(Request(1) with { Alternatives = 4, Sampling = SamplingParameters.Greedy }))[0];

        Assert.All(sample.Alternatives, (top, i) =>
        {
            Assert.Equal(4, top.Count);
            Assert.Equal(new SampledToken(sample.TokenIds[i], sample.LogProbs[i]), top[0]);
            Assert.Equal(top.OrderByDescending(token => token.LogProb).ThenBy(token => token.Id), top);
        });
    }

    [Fact]
    public async Task Banned_tokens_are_no_alternatives()
    {
        int likeliest = (await _model.Engine.GenerateAsync(Request(1) with { Alternatives = 1 }))[0].Alternatives[0][0].Id;
        GeneratedSample sample = (await _model.Engine.GenerateAsync(Request(1) with { Alternatives = 50, BannedTokens = [likeliest], MaxTokens = 1 }))[0];

        Assert.DoesNotContain(likeliest, sample.Alternatives[0].Select(token => token.Id));
    }

    [Fact]
    public async Task Stop_string_is_named_and_kept_on_request()
    {
        GenerateRequest request = Request(24) with { StopStrings = ["= 1", "+ ", "\n"], StopTokens = new HashSet<int>() };
        IReadOnlyList<GeneratedSample> cut = await _model.Engine.GenerateAsync(request);
        IReadOnlyList<GeneratedSample> kept = await _model.Engine.GenerateAsync(request with { IncludeStopString = true });

        Assert.Contains(cut, sample => sample.Finish == GenerateFinish.StopString);
        Assert.All(cut.Zip(kept), pair => Assert.Equal(pair.First.Text + pair.First.StopString, pair.Second.Text));
        Assert.All(cut, sample => Assert.Equal(sample.Finish == GenerateFinish.StopString, sample.StopString is not null));
    }

    [Fact]
    public async Task What_a_listener_throws_fails_its_request_alone()
    {
        Task<IReadOnlyList<GeneratedSample>> other = _model.Engine.GenerateAsync(Request(4));
        await Assert.ThrowsAsync<NotSupportedException>(() => _model.Engine.GenerateAsync(Request(4), new Throwing()));

        Assert.Equal(4, (await other).Count);
        Assert.Equal(4, (await _model.Engine.GenerateAsync(Request(4))).Count);
    }

    private GenerateRequest Request(int samples) => new()
    {
        Prefix = _model.Tokenizer.Encode("Compute 12 + 7.\n"),
        Seeds = [.. Enumerable.Range(0, samples).Select(seed => (ulong)seed)],
        Sampling = new SamplingParameters(),
        MaxTokens = 16,
        StopTokens = _model.EndIds,
    };

    private sealed class Heard : ITokenListener
    {
        public Dictionary<int, List<(SampledToken Token, IReadOnlyList<SampledToken> Alternatives)>> Tokens { get; } = [];

        public Dictionary<int, GeneratedSample> Ends { get; } = [];

        public void Drawn(int sample, SampledToken token, IReadOnlyList<SampledToken> alternatives)
        {
            Assert.DoesNotContain(sample, Ends.Keys);
            if (!Tokens.TryGetValue(sample, out var tokens))
                Tokens[sample] = tokens = [];
            tokens.Add((token, alternatives));
        }

        public void Ended(int sample, GeneratedSample result) => Ends.Add(sample, result);
    }

    private sealed class Throwing : ITokenListener
    {
        public void Drawn(int sample, SampledToken token, IReadOnlyList<SampledToken> alternatives) => throw new NotSupportedException();

        public void Ended(int sample, GeneratedSample result)
        {
        }
    }
}
