using SynthFarm.Inference.Kernels;

namespace SynthFarm.Inference.Tests.Kernels;

public sealed unsafe class GemmTests
{
    private static readonly (int M, int N, int K)[] Sizes =
        [(1, 1, 1), (1, 32, 7), (3, 5, 2), (7, 33, 31), (8, 32, 256), (9, 31, 257), (13, 100, 600), (17, 65, 3), (40, 128, 129)];

    public static TheoryData<int, int, int, bool, bool> Cases()
    {
        var cases = new TheoryData<int, int, int, bool, bool>();
        foreach ((int m, int n, int k) in Sizes)
            foreach (bool transposeA in new[] { false, true })
                foreach (bool transposeB in new[] { false, true })
                    cases.Add(m, n, k, transposeA, transposeB);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Multiply_equals_one_fused_chain_per_element_in_every_instruction_set(int m, int n, int k, bool transposeA, bool transposeB)
    {
        float[] a = Values(m * k, 1), b = Values(k * n, 2), start = Values(m * n, 3);
        foreach (InstructionSet set in Enum.GetValues<InstructionSet>().Where(InstructionSets.IsSupported))
            foreach (bool accumulate in new[] { false, true })
            {
                float[] c = (float[])start.Clone();
                fixed (float* pa = a, pb = b, pc = c)
                    Gemm.Multiply(
                        set, m, n, k, pa, transposeA ? 1 : k, transposeA ? m : 1, pb, transposeB ? 1 : n, transposeB ? k : 1, pc, n, accumulate);
                for (int i = 0; i < m; i++)
                    for (int j = 0; j < n; j++)
                    {
                        float chain = accumulate ? start[i * n + j] : 0;
                        for (int x = 0; x < k; x++)
                            chain = MathF.FusedMultiplyAdd(transposeA ? a[x * m + i] : a[i * k + x], transposeB ? b[j * k + x] : b[x * n + j], chain);
                        Assert.Equal(BitConverter.SingleToInt32Bits(chain), BitConverter.SingleToInt32Bits(c[i * n + j]));
                    }
            }
    }

    [Fact]
    public void Multiply_with_general_strides_equals_the_packed_copy()
    {
        const int m = 5, n = 6, k = 4;
        float[] a = Values(m * k * 2, 4), b = Values(k * n * 6, 5), c = new float[m * n];
        fixed (float* pa = a, pb = b, pc = c) Gemm.Multiply(m, n, k, pa, 2 * k, 2, pb, 3 * n, 3, pc, n, false);
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
            {
                float chain = 0;
                for (int x = 0; x < k; x++) chain = MathF.FusedMultiplyAdd(a[i * 2 * k + 2 * x], b[x * 3 * n + 3 * j], chain);
                Assert.Equal(chain, c[i * n + j]);
            }
    }

    [Fact]
    public void Multiply_with_no_depth_clears_or_keeps()
    {
        float[] c = [1, 2, 3, 4];
        fixed (float* pc = c)
        {
            Gemm.Multiply(2, 2, 0, pc, 0, 1, pc, 2, 1, pc, 2, true);
            Assert.Equal([1, 2, 3, 4], c);
            Gemm.Multiply(2, 2, 0, pc, 0, 1, pc, 2, 1, pc, 2, false);
            Assert.Equal([0, 0, 0, 0], c);
        }
    }

    [Theory]
    [InlineData(WeightType.F32, 75)]
    [InlineData(WeightType.BF16, 75)]
    [InlineData(WeightType.BF16, 300)]
    public void Packed_matrix_gives_each_row_the_same_bits_at_any_batch_size_panel_range_and_instruction_set(WeightType type, int inputs)
    {
        const int outputs = 107, rows = 19;
        float[] weights = Values(outputs * inputs, 6), x = Values(rows * inputs, 7);
        using var matrix = new PackedMatrix(weights, outputs, inputs, type);
        if (type == WeightType.BF16) weights = [.. weights.Select(w => BFloat16.Widen(BFloat16.Round(w)))];
        float[] expected = new float[rows * outputs];
        for (int row = 0; row < rows; row++)
            for (int o = 0; o < outputs; o++)
            {
                float chain = 0;
                for (int i = 0; i < inputs; i++) chain = MathF.FusedMultiplyAdd(x[row * inputs + i], weights[o * inputs + i], chain);
                expected[row * outputs + o] = chain;
            }

        foreach (InstructionSet set in Enum.GetValues<InstructionSet>().Where(InstructionSets.IsSupported))
            for (int batch = 1; batch <= rows; batch++)
            {
                float[] y = new float[rows * outputs];
                fixed (float* px = x, py = y)
                    for (int row = 0; row < rows; row += batch)
                    {
                        int count = Math.Min(batch, rows - row);
                        matrix.Multiply(set, count, px + row * inputs, inputs, py + row * outputs, outputs, 0, 2, false);
                        matrix.Multiply(set, count, px + row * inputs, inputs, py + row * outputs, outputs, 2, matrix.PanelCount, false);
                    }

                Assert.Equal(expected, y);
            }

        float[] copied = new float[inputs];
        for (int o = 0; o < outputs; o++)
        {
            fixed (float* p = copied) matrix.CopyRow(o, p);
            Assert.Equal(weights[(o * inputs)..((o + 1) * inputs)], copied);
        }
    }

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 2 - 1))];
    }
}
