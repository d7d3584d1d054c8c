using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Decoding;

public class LlamaDecoderTests
{
    public static TheoryData<string> Models => [.. TestModels.Families.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_agree_with_a_reference_in_double_precision(string model)
    {
        LlamaWeights weights = TestModels.Random(TestModels.Families[model], 1);
        int[] tokens = TestModels.Tokens(weights.Config, 70, 2);
        double[][] expected = ReferenceLlama.Forward(weights, tokens);
        float[][] actual = Compute(weights, 2, [tokens])[0];
        double scale = expected.Max(row => row.Max(Math.Abs));
        for (int t = 0; t < tokens.Length; t++)
        {
            for (int i = 0; i < expected[t].Length; i++)
                Assert.True(Math.Abs(expected[t][i] - actual[t][i]) <= 1e-5 * scale, $"position {t}, output {i}: {expected[t][i]} and {actual[t][i]}");
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_have_the_same_bits_in_every_batch_and_cut(string model)
    {
        LlamaWeights weights = TestModels.Random(TestModels.Families[model], 3);
        int[][] sequences = [.. new[] { 61, 1, 17, 16, 33, 90, 5 }.Select((length, i) => TestModels.Tokens(weights.Config, length, 10 + i))];
        float[][][] together = Compute(weights, 2, sequences);
        for (int i = 0; i < sequences.Length; i++)
        {
            AssertSameBits(together[i], Compute(weights, 1, [sequences[i]])[0]);
            AssertSameBits(together[i], Compute(weights, 2, [sequences[i]], 1)[0]);
            AssertSameBits(together[i], Compute(weights, 2, [sequences[i]], 3, 20, 1, 16)[0]);
        }

        float[][][] chunked = Compute(weights, 1, sequences, 7, 1, 30);
        for (int i = 0; i < sequences.Length; i++)
            AssertSameBits(together[i], chunked[i]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Weights_kept_as_bfloat16_give_the_bits_of_the_rounded_weights(string model)
    {
        LlamaWeights weights = TestModels.Random(TestModels.Families[model], 13);
        int[] tokens = TestModels.Tokens(weights.Config, 40, 14);
        foreach (string name in LlamaTensors.All(weights.Config).Where(t => t.Shape.Length == 2).Select(t => t.Name))
        {
            float[] values = weights[name];
            for (int i = 0; i < values.Length; i++)
                values[i] = BFloat16.Widen(BFloat16.Round(values[i]));
        }

        AssertSameBits(Compute(weights, 2, [tokens])[0], Compute(weights, WeightType.BF16, 2, [tokens])[0]);
    }

    [Fact]
    public void Threads_that_share_every_stage_give_the_same_bits()
    {
        // Large enough to be computed by both threads together: one sequence, more than 10^8 operations.
        LlamaConfig config = TestModels.Even with { HiddenSize = 128, Heads = 4, KeyValueHeads = 4, IntermediateSize = 352, VocabularySize = 1000, Layers = 3 };
        LlamaWeights weights = TestModels.Random(config, 4);
        int[] tokens = TestModels.Tokens(config, 120, 5);
        Assert.True(2.0 * weights.ParameterCount * tokens.Length > 1e8);
        AssertSameBits(Compute(weights, 1, [tokens])[0], Compute(weights, 2, [tokens])[0]);
        AssertSameBits(Compute(weights, 1, [tokens])[0], Compute(weights, 3, [tokens])[0]);
    }

    [Fact]
    public void A_forked_sequence_continues_its_parent_without_changing_it()
    {
        LlamaWeights weights = TestModels.Random(TestModels.Odd, 6);
        int[] tokens = TestModels.Tokens(weights.Config, 60, 7);
        int[] other = TestModels.Tokens(weights.Config, 30, 8);
        float[][] whole = Compute(weights, 1, [tokens])[0];
        using var decoder = new LlamaDecoder(weights, 1);
        using var pool = new KvBlockPool(weights.Config, 64);
        using var batch = new DecoderBatch();
        foreach (int cut in new[] { 1, 15, 16, 17, 32, 40 })
        {
            using var parent = new KvSequence(pool);
            Append(decoder, batch, parent, tokens[..45]);
            using KvSequence fork = parent.Fork(cut);
            int[] branch = [.. tokens[..cut], .. other];
            AssertSameBits(Compute(weights, 1, [branch])[0][cut..], Append(decoder, batch, fork, other));
            AssertSameBits(whole[45..], Append(decoder, batch, parent, tokens[45..]));
            using KvSequence again = parent.Fork(cut);
            AssertSameBits(whole[cut..], Append(decoder, batch, again, tokens[cut..]));
        }

        Assert.Equal(0, pool.Used);
    }

    [Fact]
    public void What_other_sequences_left_in_a_block_has_no_influence()
    {
        LlamaConfig config = TestModels.Even;
        LlamaWeights weights = TestModels.Random(config, 9);
        weights[LlamaTensors.Embedding].AsSpan(0, config.HiddenSize).Fill(float.NaN);
        int[] tokens = [.. TestModels.Tokens(config, 20, 10).Select(token => Math.Max(token, 1))];
        float[][] clean = Compute(weights, 1, [tokens])[0];
        using var decoder = new LlamaDecoder(weights, 1);
        using var pool = new KvBlockPool(config, 2);
        using var batch = new DecoderBatch();
        using (var poisoned = new KvSequence(pool))
            Assert.All(Append(decoder, batch, poisoned, new int[32]), row => Assert.True(float.IsNaN(row[0])));
        using var sequence = new KvSequence(pool);
        AssertSameBits(clean, Append(decoder, batch, sequence, tokens));
    }

    [Fact]
    public void Bad_batches_are_refused_and_change_nothing()
    {
        LlamaWeights weights = TestModels.Random(TestModels.Even, 11);
        using var decoder = new LlamaDecoder(weights, 1);
        using var pool = new KvBlockPool(weights.Config, 3);
        using var batch = new DecoderBatch();
        using var sequence = new KvSequence(pool);
        Append(decoder, batch, sequence, [1, 2, 3]);
        Assert.Throws<ArgumentException>(() => Append(decoder, batch, sequence, [100]));
        Assert.Throws<ArgumentException>(() => Append(decoder, batch, sequence, [-1]));
        Assert.Throws<ArgumentException>(() => Append(decoder, batch, sequence, new int[254]));
        Assert.Throws<KvMemoryException>(() => Append(decoder, batch, sequence, new int[46]));
        batch.Clear();
        batch.Add(sequence, [1]);
        Assert.Throws<ArgumentException>(() => batch.Add(sequence, [1]));
        Assert.Throws<ArgumentException>(() => batch.Add(new KvSequence(pool), [1, 2], 1, 1));
        Assert.Equal(3, sequence.Length);
        Assert.Equal(1, pool.Used);
    }

    private static float[][][] Compute(LlamaWeights weights, int threads, int[][] sequences, params int[] chunks) =>
        Compute(weights, WeightType.F32, threads, sequences, chunks);

    private static float[][][] Compute(LlamaWeights weights, WeightType type, int threads, int[][] sequences, params int[] chunks)
    {
        using var decoder = new LlamaDecoder(weights, threads, type);
        using var pool = new KvBlockPool(weights.Config, 200);
        using var batch = new DecoderBatch();
        KvSequence[] kv = [.. sequences.Select(_ => new KvSequence(pool))];
        List<float[]>[] outputs = [.. sequences.Select(_ => new List<float[]>())];
        for (int round = 0; kv.Where((sequence, i) => sequence.Length < sequences[i].Length).Any(); round++)
        {
            batch.Clear();
            int size = chunks.Length == 0 ? int.MaxValue : chunks[round % chunks.Length];
            var added = new List<(int Sequence, int First, int Count)>();
            for (int i = 0; i < kv.Length; i++)
            {
                int count = Math.Min(size, sequences[i].Length - kv[i].Length);
                if (count > 0)
                    added.Add((i, batch.Add(kv[i], sequences[i].AsSpan(kv[i].Length, count), [.. Enumerable.Range(0, count)]), count));
            }

            decoder.Forward(batch);
            foreach ((int i, int first, int count) in added)
                outputs[i].AddRange(Enumerable.Range(first, count).Select(output => batch.Output(output).ToArray()));
        }

        foreach (KvSequence sequence in kv)
            sequence.Dispose();
        return [.. outputs.Select(rows => rows.ToArray())];
    }

    private static float[][] Append(LlamaDecoder decoder, DecoderBatch batch, KvSequence sequence, int[] tokens)
    {
        batch.Clear();
        batch.Add(sequence, tokens, [.. Enumerable.Range(0, tokens.Length)]);
        decoder.Forward(batch);
        return [.. Enumerable.Range(0, tokens.Length).Select(i => batch.Output(i).ToArray())];
    }

    private static void AssertSameBits(float[][] expected, float[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int t = 0; t < expected.Length; t++)
            Assert.Equal(expected[t].Select(BitConverter.SingleToInt32Bits), actual[t].Select(BitConverter.SingleToInt32Bits));
    }
}
