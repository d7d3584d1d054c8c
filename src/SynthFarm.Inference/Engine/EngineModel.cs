using System.Collections.Frozen;
using System.Security.Cryptography;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Engine;

/// <summary>A model from a Hugging Face folder, ready to run: its tokenizer and an engine. Thread-safe.</summary>
public sealed class EngineModel : IDisposable
{
    private const int HashDigits = 12;

    private EngineModel(IModelWeights weights, Tokenizer tokenizer, string name, EngineOptions? options)
    {
        Tokenizer = tokenizer;
        Identity = $"{name}@{weights.ContentHash()[..HashDigits]}";
        EosId = tokenizer.EosId ?? weights.Config.EosTokenId;
        EndIds = new[] { EosId, weights.Config.EosTokenId }.OfType<int>().Concat(weights.Config.OtherEosTokenIds).Where(tokenizer.Contains).ToFrozenSet();
        int[] ids = [.. Enumerable.Range(0, weights.Config.VocabularySize)];
        LineEnds = ids.Where(id => tokenizer.Contains(id) && !tokenizer.IsSpecial(id) && tokenizer.TokenBytes(id) is [.., (byte)'\n']).ToFrozenSet();
        Unspeakable = [.. ids.Where(id => !EndIds.Contains(id) && tokenizer.IsSpecial(id))];
        Engine = new InferenceEngine(weights, tokenizer, options);
    }

    /// <summary>A name and the beginning of the hash of configuration and weights, e.g. <c>tiny@3f9c01ab22d7</c>.</summary>
    public string Identity { get; }

    public Tokenizer Tokenizer { get; }

    public InferenceEngine Engine { get; }

    /// <summary>Hash of the tokenizer's file: models with the same one read the same tokens.</summary>
    public string TokenizerHash { get; private init; } = "";

    /// <summary>The token that ends a text, or null where the folder names none.</summary>
    public int? EosId { get; }

    /// <summary>All tokens that end a text: that one, and the others that config.json names.</summary>
    public FrozenSet<int> EndIds { get; }

    /// <summary>Tokens whose text ends with a line feed.</summary>
    internal FrozenSet<int> LineEnds { get; }

    /// <summary>Control tokens that end no text: no policy may say them.</summary>
    public IReadOnlyList<int> Unspeakable { get; }

    /// <summary>Reads config.json, model.safetensors, tokenizer.json and tokenizer_config.json from a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="options">Default: those of <see cref="EngineOptions"/>.</param>
    /// <param name="name">The name in <see cref="Identity"/>. Default: the folder's.</param>
    /// <exception cref="InvalidDataException">A file is damaged or unsupported, or the tokenizer has more tokens than the model.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer is broken or not supported.</exception>
    public static EngineModel Load(string directory, EngineOptions? options = null, string? name = null)
    {
        using WeightFiles weights = WeightFiles.Open(directory);
        Tokenizer tokenizer = Tokenizer.Load(directory);
        if (tokenizer.VocabularySize > weights.Config.VocabularySize)
        {
            throw new InvalidDataException(
                $"{directory}: the tokenizer has {tokenizer.VocabularySize} tokens, more than the model's {weights.Config.VocabularySize}.");
        }

        return new EngineModel(weights, tokenizer, name ?? Path.GetFileName(Path.GetFullPath(directory).TrimEnd(Path.DirectorySeparatorChar)), options)
        {
            TokenizerHash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(directory, "tokenizer.json")))),
        };
    }

    public void Dispose() => Engine.Dispose();
}
