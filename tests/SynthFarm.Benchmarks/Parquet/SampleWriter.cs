using System.Diagnostics;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>Writes rows that stream from their generator, and times the writing alone.</summary>
internal static class SampleWriter
{
    private const int Batch = 2000;

    /// <summary>Makes a batch with the clocks stopped, writes it with the clocks running, and so on to the file's end.</summary>
    public static Sample Write(string path, CompressionCodec codec, IEnumerable<SampleRow> rows)
    {
        var wall = new Stopwatch();
        var cpu = TimeSpan.Zero;
        ParquetWriter? writer = null;
        try
        {
            Timed(() => writer = ParquetWriter.Create(path, SampleRows.Map.Schema, new ParquetWriterOptions { Compression = codec }));
            var target = SampleRows.Map.Bind(writer!);
            foreach (var batch in rows.Chunk(Batch))
            {
                Timed(() =>
                {
                    foreach (var row in batch)
                    {
                        target.Write(row);
                    }
                });
            }

            Timed(writer!.Finish);
        }
        finally
        {
            writer?.Dispose();
        }

        return new Sample(wall.Elapsed.TotalSeconds, cpu.TotalSeconds);

        void Timed(Action work)
        {
            var before = Environment.CpuUsage.TotalTime;
            wall.Start();
            work();
            wall.Stop();
            cpu += Environment.CpuUsage.TotalTime - before;
        }
    }
}
