using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// Hears of a request's tokens while it is worked on. Called on the engine's thread, which waits meanwhile: it must return at once. What it throws
/// fails the request.
/// </summary>
public interface ITokenListener
{
    /// <summary>A token was drawn for a sample.</summary>
    /// <param name="sample">The sample's place among the seeds.</param>
    /// <param name="token">The token.</param>
    /// <param name="alternatives">The likeliest at its position; empty where none were asked for.</param>
    void Drawn(int sample, SampledToken token, IReadOnlyList<SampledToken> alternatives);

    /// <summary>A sample ended; its last token was told before.</summary>
    /// <param name="sample">The sample's place among the seeds.</param>
    /// <param name="result">The whole of it.</param>
    void Ended(int sample, GeneratedSample result);
}
