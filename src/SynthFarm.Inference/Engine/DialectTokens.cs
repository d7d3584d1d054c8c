using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Engine;

/// <summary>A dialect in the tokens of a reward model: what marks a step, and which tags are compared.</summary>
public sealed class DialectTokens
{
    /// <exception cref="ArgumentException">The tokenizer lacks the marker.</exception>
    internal DialectTokens(Tokenizer tokenizer, RewardDialect dialect)
    {
        Marker = dialect.Marker is not { } marker ? [] : tokenizer.TryGetTokenId(marker, out int id) ? [id] : tokenizer.EncodeContinuation(marker);
        if (dialect.Marker?.StartsWith('<') == true && Marker.Count != 1)
            throw new ArgumentException($"The tokenizer has no token {dialect.Marker}, which the dialect {dialect.Name} puts behind each step.", nameof(tokenizer));
        Contrast = dialect.Positive is null ? null : new TokenContrast(Tag(dialect.Positive), Tag(dialect.Negative!));

        int Tag(string text) => tokenizer.EncodeContinuation(text)[^1];
    }

    /// <summary>The tokens behind each step, at whose last one its score is read; empty where it is read at the step's own last token.</summary>
    public IReadOnlyList<int> Marker { get; }

    /// <summary>The tags to compare, or null where the model has a head of its own.</summary>
    public TokenContrast? Contrast { get; }

    /// <exception cref="ArgumentException">The model's head is not the one the dialect reads, or its tokenizer lacks the marker.</exception>
    public static DialectTokens Of(EngineModel model, RewardDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dialect);
        bool isLanguageModel = model.Engine.Config.Head == LlamaHead.LanguageModel;
        return isLanguageModel == dialect.Positive is not null ? new DialectTokens(model.Tokenizer, dialect) : throw new ArgumentException(isLanguageModel
            ? $"{model.Identity} has no score head; in the dialect {dialect.Name} it cannot be a reward model."
            : $"{model.Identity} has a score head; the dialect {dialect.Name} asks a language model.", nameof(model));
    }
}
