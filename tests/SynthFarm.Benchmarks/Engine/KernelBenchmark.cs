using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Inference.Kernels;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>The packed matrix products of the 134M shape on one thread, weights from memory and from the cache.</summary>
internal sealed class KernelBenchmark : IBenchmark
{
    private const long ColdBytes = 256L << 20;

    public string Name => "engine-kernels";

    public string Summary => "matrix products of the 134M shape on one thread (--rows 1,8,64,256 --rounds 7)";

    public unsafe Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        int rounds = arguments.Number("rounds", 7);
        int[] rows = [.. arguments.Text("rows", "1,8,64,256").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        output.WriteLine("weights  outputs x inputs   rows   GFLOP/s cached   cold   GB/s cold");
        foreach (WeightType type in (WeightType[])[WeightType.F32, WeightType.BF16])
            foreach ((int outputs, int inputs) in ((int, int)[])[(2304, 768), (4096, 768), (768, 2048)])
                Run(type, outputs, inputs, rows, rounds, output);
        return Task.FromResult(0);
    }

    private static unsafe void Run(WeightType type, int outputs, int inputs, int[] rows, int rounds, TextWriter output)
    {
        long bytes = (long)outputs * inputs * (type == WeightType.BF16 ? 2 : 4);
        float[] values = [.. Enumerable.Range(0, outputs * inputs).Select(i => (i % 31 - 15) / 16f)];
        PackedMatrix[] matrices = [.. Enumerable.Range(0, (int)(ColdBytes / bytes)).Select(_ => new PackedMatrix(values, outputs, inputs, type))];
        foreach (int count in rows)
        {
            using NativeBuffer x = new((long)count * inputs), y = new((long)count * outputs);
            x.Span.Fill(0.5f);
            int repeats = Math.Max(1, 512 / count);
            double flops = 2.0 * outputs * inputs * count;
            Contestant cached = Contestant.InProcess("cached", () =>
            {
                for (int i = 0; i < repeats; i++)
                    matrices[0].Multiply(count, x.Pointer, inputs, y.Pointer, outputs);
            });
            Contestant cold = Contestant.InProcess("cold", () =>
            {
                foreach (PackedMatrix matrix in matrices)
                    matrix.Multiply(count, x.Pointer, inputs, y.Pointer, outputs);
            });
            var samples = Rounds.Run([cached, cold], rounds);
            double[] seconds = [.. samples.Select(of => Rounds.Median(of.Select(sample => sample.Cpu)))];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{type,-6} {outputs,7} x {inputs,-6} {count,7} {flops * repeats / seconds[0] / 1e9,14:f1} {flops * matrices.Length / seconds[1] / 1e9,8:f1} {bytes * matrices.Length / seconds[1] / 1e9,9:f1}"));
        }

        foreach (PackedMatrix matrix in matrices)
            matrix.Dispose();
    }
}
