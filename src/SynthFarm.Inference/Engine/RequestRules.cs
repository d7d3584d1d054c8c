using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Engine;

/// <summary>Checks requests before they reach the engine's thread.</summary>
internal static class RequestRules
{
    /// <exception cref="ArgumentException">The request breaks a rule; the message names it.</exception>
    public static void Check(GenerateRequest request, LlamaConfig config, bool hasTokenizer)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (config.Head != LlamaHead.LanguageModel)
            throw new ArgumentException("This model scores; it has no head to generate with.");
        CheckTokens(request.Prefix, config, nameof(request.Prefix));
        if (request.Prefix.Count >= config.MaxPositions)
            throw new ArgumentException($"{nameof(request.Prefix)} has {request.Prefix.Count} tokens; the model has {config.MaxPositions} positions, and one must be left.");
        if (request.Seeds.Count == 0)
            throw new ArgumentException($"{nameof(request.Seeds)} is empty; at least one is needed.");
        if (request.MaxTokens < 1)
            throw new ArgumentException($"{nameof(request.MaxTokens)} is {request.MaxTokens}; at least 1 is allowed.");
        request.Sampling.Validate();
        if (request.StopStrings.Count > 0 && !hasTokenizer)
            throw new ArgumentException($"{nameof(request.StopStrings)} need a tokenizer, and this engine has none.");
        if (request.StopStrings.Any(string.IsNullOrEmpty))
            throw new ArgumentException($"{nameof(request.StopStrings)} has an empty one.");
        if (request.Alternatives < 0)
            throw new ArgumentException($"{nameof(request.Alternatives)} is {request.Alternatives}; at least 0 is allowed.");
        foreach (int token in request.BannedTokens)
            CheckToken(token, config, nameof(request.BannedTokens));
        if (request.BannedTokens.Distinct().Count() == config.VocabularySize)
            throw new ArgumentException($"{nameof(request.BannedTokens)} leaves no token.");
    }

    /// <inheritdoc cref="Check(GenerateRequest, LlamaConfig, bool)"/>
    public static void Check(ScoreRequest request, LlamaConfig config)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTokens(request.Tokens, config, nameof(request.Tokens));
        if (request.Tokens.Count > config.MaxPositions)
            throw new ArgumentException($"{nameof(request.Tokens)} are {request.Tokens.Count}; the model has {config.MaxPositions} positions.");
        if (request.Positions.Count == 0)
            throw new ArgumentException($"{nameof(request.Positions)} is empty; at least one is needed.");
        if (request.Contrast is { } contrast)
        {
            if (config.Head != LlamaHead.LanguageModel)
                throw new ArgumentException($"{nameof(request.Contrast)} needs a language model; this one has a head of its own.");
            CheckToken(contrast.Positive, config, nameof(request.Contrast));
            CheckToken(contrast.Negative, config, nameof(request.Contrast));
        }

        int previous = config.Head != LlamaHead.LanguageModel || request.Contrast is not null ? -1 : 0;
        foreach (int position in request.Positions)
        {
            if (position <= previous || position >= request.Tokens.Count)
                throw new ArgumentException($"{nameof(request.Positions)} has {position}; they must ascend from {previous + 1} to {request.Tokens.Count - 1}.");
            previous = position;
        }
    }

    private static void CheckTokens(IReadOnlyList<int> tokens, LlamaConfig config, string name)
    {
        if (tokens.Count == 0)
            throw new ArgumentException($"{name} is empty; at least one token is needed.");
        foreach (int token in tokens)
            CheckToken(token, config, name);
    }

    private static void CheckToken(int token, LlamaConfig config, string name)
    {
        if ((uint)token >= (uint)config.VocabularySize)
            throw new ArgumentException($"{name} has the token {token}; the vocabulary has {config.VocabularySize}.");
    }
}
