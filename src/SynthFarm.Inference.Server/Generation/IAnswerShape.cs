using SynthFarm.Inference.Engine;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>How choices are told: as completions or as chat completions, whole or in chunks. One for each request; not thread-safe.</summary>
internal interface IAnswerShape
{
    /// <summary>The whole answer.</summary>
    object Whole(IReadOnlyList<GeneratedSample> samples, Usage usage);

    /// <summary>The chunk that opens a choice, or null where none is needed.</summary>
    object? Opening(int choice);

    /// <summary>A chunk with new text, a token, or both.</summary>
    object Piece(string text, TokenEvent token);

    /// <summary>The chunk that ends a choice.</summary>
    /// <param name="choice">Its index.</param>
    /// <param name="text">The rest of its text.</param>
    /// <param name="sample">The whole of it.</param>
    object Closing(int choice, string text, GeneratedSample sample);

    /// <summary>The chunk behind all choices that tells the usage.</summary>
    object Total(Usage usage);
}
