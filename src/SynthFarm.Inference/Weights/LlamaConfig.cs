namespace SynthFarm.Inference.Weights;

/// <summary>
/// Shape of a Llama decoder (RMSNorm, rotary positions in the half-rotation layout, grouped-query attention, SwiGLU),
/// as in the <c>config.json</c> of a Hugging Face folder.
/// </summary>
public sealed record LlamaConfig
{
    /// <summary>Width of the residual stream.</summary>
    public required int HiddenSize { get; init; }

    public required int Layers { get; init; }

    /// <summary>Query heads.</summary>
    public required int Heads { get; init; }

    /// <summary>Key and value heads; divides <see cref="Heads"/>.</summary>
    public required int KeyValueHeads { get; init; }

    /// <summary>Width of one head, even.</summary>
    public required int HeadDim { get; init; }

    /// <summary>Width of the gated feed-forward layer.</summary>
    public required int IntermediateSize { get; init; }

    public required int VocabularySize { get; init; }

    /// <summary>Longest sequence in tokens.</summary>
    public required int MaxPositions { get; init; }

    /// <summary>Base of the rotary angles. Default 10000.</summary>
    public float RopeTheta { get; init; } = 10_000f;

    /// <summary>Added to the mean square before the root. Default 1e-5.</summary>
    public float RmsNormEpsilon { get; init; } = 1e-5f;

    /// <summary>Whether the language-model head shares the token embeddings. Default true.</summary>
    public bool TieWordEmbeddings { get; init; } = true;

    /// <summary>Default <see cref="LlamaHead.LanguageModel"/>.</summary>
    public LlamaHead Head { get; init; } = LlamaHead.LanguageModel;

    public int? BosTokenId { get; init; }

    public int? EosTokenId { get; init; }

    public int? PadTokenId { get; init; }

    /// <summary>Width of all query heads together.</summary>
    public int QueryWidth => Heads * HeadDim;

    /// <summary>Width of all key (or value) heads together.</summary>
    public int KeyValueWidth => KeyValueHeads * HeadDim;

    /// <summary>Whether the model has its own <c>lm_head.weight</c>.</summary>
    public bool HasOutputMatrix => Head == LlamaHead.LanguageModel && !TieWordEmbeddings;

    /// <exception cref="InvalidDataException">A size is out of its bounds; the message names it as <c>config.json</c> does.</exception>
    public void Validate()
    {
        AtLeastOne("hidden_size", HiddenSize);
        AtLeastOne("num_hidden_layers", Layers);
        AtLeastOne("num_attention_heads", Heads);
        AtLeastOne("num_key_value_heads", KeyValueHeads);
        AtLeastOne("head_dim", HeadDim);
        AtLeastOne("intermediate_size", IntermediateSize);
        AtLeastOne("vocab_size", VocabularySize);
        AtLeastOne("max_position_embeddings", MaxPositions);
        if (Heads % KeyValueHeads != 0)
            throw new InvalidDataException($"num_key_value_heads is {KeyValueHeads}; it must divide num_attention_heads ({Heads}).");
        if (HeadDim % 2 != 0)
            throw new InvalidDataException($"head_dim is {HeadDim}; rotary positions need an even width.");
        if (!(RopeTheta > 0 && float.IsFinite(RopeTheta)))
            throw new InvalidDataException($"rope_theta is {RopeTheta}; it must be positive and finite.");
        if (!(RmsNormEpsilon >= 0 && float.IsFinite(RmsNormEpsilon)))
            throw new InvalidDataException($"rms_norm_eps is {RmsNormEpsilon}; it must be finite and not negative.");
    }

    private static void AtLeastOne(string key, int value)
    {
        if (value < 1) throw new InvalidDataException($"{key} is {value}; it must be at least 1.");
    }
}
