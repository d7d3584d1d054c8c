namespace SynthFarm.Inference.Weights;

/// <summary>
/// Shape of a Llama decoder (RMSNorm, rotary positions in the half-rotation layout, grouped-query attention, SwiGLU) and of its relatives,
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

    /// <summary>Default <see cref="ModelFamily.Llama"/>.</summary>
    public ModelFamily Family { get; init; }

    /// <summary>Whether query, key and value have biases. Default false.</summary>
    public bool QueryKeyValueBias { get; init; }

    /// <summary>Whether the attention's output has a bias. Default false.</summary>
    public bool AttentionOutputBias { get; init; }

    /// <summary>Whether the feed-forward layer has biases. Default false.</summary>
    public bool MlpBias { get; init; }

    /// <summary>Whether each query and key head is normalised before it is turned. Default false.</summary>
    public bool QueryKeyNorm { get; init; }

    /// <summary>How positions are stretched. Default null: they are not.</summary>
    public RopeScaling? RopeScaling { get; init; }

    /// <summary>Positions that a layer with a window attends to, its own included. Default null: all before it.</summary>
    public int? SlidingWindow { get; init; }

    /// <summary>The layers with a window, when there is one. Default null: all.</summary>
    public IReadOnlyList<int>? SlidingLayers { get; init; }

    /// <summary>Default <see cref="LlamaHead.LanguageModel"/>.</summary>
    public LlamaHead Head { get; init; } = LlamaHead.LanguageModel;

    /// <summary>Outputs of a head that is no language model's. Default 1. At least 2 for <see cref="LlamaHead.Labels"/>.</summary>
    public int Labels { get; init; } = 1;

    /// <summary>Whether that head has a hidden layer with a rectifier, as Qwen's reward models do. Default false.</summary>
    public bool HeadIsDeep { get; init; }

    public int? BosTokenId { get; init; }

    /// <summary>The first of the tokens that end a text.</summary>
    public int? EosTokenId { get; init; }

    /// <summary>Further tokens that end a text, where a file names several. Default none.</summary>
    public IReadOnlyList<int> OtherEosTokenIds { get; init; } = [];

    public int? PadTokenId { get; init; }

    /// <summary>Width of all query heads together.</summary>
    public int QueryWidth => Heads * HeadDim;

    /// <summary>Width of all key (or value) heads together.</summary>
    public int KeyValueWidth => KeyValueHeads * HeadDim;

    /// <summary>Whether the model has its own <c>lm_head.weight</c>.</summary>
    public bool HasOutputMatrix => Head == LlamaHead.LanguageModel && !TieWordEmbeddings;

    /// <summary>The window of a layer, or null where it attends to all positions before it.</summary>
    public int? WindowOf(int layer) => SlidingLayers?.Contains(layer) == false ? null : SlidingWindow;

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
        AtLeastOne("sliding_window", SlidingWindow ?? 1);
        RopeScaling?.Validate();
        if (Head == LlamaHead.Labels ? Labels < 2 : Labels != 1)
            throw new InvalidDataException($"num_labels is {Labels}; {(Head == LlamaHead.Labels ? "at least 2 are" : "1 is")} expected.");
    }

    private static void AtLeastOne(string key, int value)
    {
        if (value < 1) throw new InvalidDataException($"{key} is {value}; it must be at least 1.");
    }
}
