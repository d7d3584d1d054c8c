using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Server.Tests.Support;

namespace SynthFarm.Inference.Server.Tests.Generation;

public class ChoiceTextTests(TinyServer tiny)
{
    [Fact]
    public async Task Parts_are_the_text_whatever_the_stop_strings()
    {
        var random = new StableRandom(5);
        string[] pieces = [" = ", "; left", ": 1", "1", "\n", " - ", "left: ", ", ", "7", "2\n"];
        for (var i = 0; i < 150; i++)
        {
            string[] stops = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => pieces[random.Next(pieces.Length)])))];
            var heard = new Heard(new ChoiceText(tiny.Policy.Tokenizer, stops));
            var samples = await tiny.Policy.Engine.GenerateAsync(new GenerateRequest
            {
                Prefix = tiny.Policy.Tokenizer.Encode(TinyServer.Statement + "\n"),
                Seeds = [(ulong)i],
                Sampling = new SamplingParameters(),
                MaxTokens = 80,
                StopTokens = tiny.Policy.EndIds,
                StopStrings = stops,
                IncludeStopString = i % 2 == 0,
            }, heard);

            Assert.Equal(samples[0].Text, string.Concat(heard.Parts));
        }
    }

    [Fact]
    public void Text_that_may_begin_a_stop_string_is_held_back()
    {
        var text = new ChoiceText(tiny.Policy.Tokenizer, ["; left: 99"]);

        Assert.Equal("25", text.Append(tiny.Policy.Tokenizer.TokenId("25")));
        Assert.Equal("", text.Append(tiny.Policy.Tokenizer.TokenId("; left: ")));
        Assert.Equal("; left: 7", text.Append(tiny.Policy.Tokenizer.TokenId("7")));
    }

    private sealed class Heard(ChoiceText text) : ITokenListener
    {
        public List<string> Parts { get; } = [];

        public void Drawn(int sample, SampledToken token, IReadOnlyList<SampledToken> alternatives) => Parts.Add(text.Append(token.Id));

        public void Ended(int sample, GeneratedSample result) => Parts.Add(text.Finish(result));
    }
}
