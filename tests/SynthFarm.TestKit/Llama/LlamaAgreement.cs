using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Gguf;

namespace SynthFarm.TestKit.Llama;

/// <summary>Runs the same weights and tokens through the engine and through llama.cpp, keys and values in float32 and flash attention off.</summary>
public static class LlamaAgreement
{
    /// <param name="weights">A model that <see cref="GgufModel"/> can write.</param>
    /// <param name="sequences">Tokens; each sequence begins anew.</param>
    /// <param name="type">How the engine keeps weights. Default: float32.</param>
    /// <param name="peerType">How llama.cpp keeps weights. Default: float32.</param>
    public static Agreement Of(
        IModelWeights weights, IReadOnlyList<int[]> sequences, WeightType type = WeightType.F32, GgufType peerType = GgufType.F32)
    {
        ArgumentNullException.ThrowIfNull(weights);
        string folder = Directory.CreateTempSubdirectory("synthfarm-gguf-").FullName;
        try
        {
            string path = Path.Combine(folder, "model.gguf");
            GgufModel.Write(path, weights, peerType);
            int longest = sequences.Max(sequence => sequence.Length);
            // One thread: its threads wait for each other by spinning, which on a busy machine takes a thousand times as long.
            using var peer = new LlamaPeer(path, new LlamaPeerOptions { Positions = longest, BatchRows = longest, Threads = 1 });
            using var decoder = new LlamaDecoder(weights, type: type);
            return Compare(decoder, peer, sequences, longest);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Agreement Compare(LlamaDecoder decoder, LlamaPeer peer, IReadOnlyList<int[]> sequences, int longest)
    {
        using var pool = new KvBlockPool(decoder.Config, longest / KvBlockPool.BlockPositions + 1);
        using var batch = new DecoderBatch();
        var agreement = new Agreement(0, 0, 0);
        foreach (int[] tokens in sequences)
        {
            using var sequence = new KvSequence(pool);
            batch.Clear();
            batch.Add(sequence, tokens, [.. Enumerable.Range(0, tokens.Length)]);
            decoder.Forward(batch);
            peer.Forget();
            peer.Clear();
            for (int i = 0; i < tokens.Length; i++)
                peer.Add(tokens[i], i);
            peer.Decode();
            for (int i = 0; i < tokens.Length; i++)
                agreement = With(agreement, batch.Output(i), peer.Logits(i));
        }

        return agreement;
    }

    private static Agreement With(Agreement agreement, ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs) => new(
        agreement.Positions + 1,
        agreement.SameToken + (Logits.Best(ours) == Logits.Best(theirs) ? 1 : 0),
        Math.Max(agreement.LargestError, Logits.Difference(ours, theirs)));
}
