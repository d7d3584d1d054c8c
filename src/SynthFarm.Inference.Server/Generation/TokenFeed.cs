using System.Threading.Channels;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>Carries one prompt's tokens from the engine's thread to a stream. It never waits: what it holds is bounded by the request's own tokens.</summary>
internal sealed class TokenFeed(ChannelWriter<TokenEvent> writer, int firstChoice) : ITokenListener
{
    public void Drawn(int sample, SampledToken token, IReadOnlyList<SampledToken> alternatives) =>
        writer.TryWrite(new TokenEvent(firstChoice + sample, token, alternatives, null));

    public void Ended(int sample, GeneratedSample result) =>
        writer.TryWrite(new TokenEvent(firstChoice + sample, default, [], result));
}
