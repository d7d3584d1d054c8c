using System.Runtime.InteropServices;
using SynthFarm.Core.Randomness;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>Rows by number, from a seed; never all in memory.</summary>
internal static class SampleRows
{
    private static readonly string[] Sources = ["countdown", "arithmetic", "gsm8k", "math"];

    public static RowMap<SampleRow> Map { get; } = new RowMap<SampleRow>()
        .String("id", r => r.Id)
        .String("problem_id", r => r.ProblemId)
        .String("tree_id", r => r.TreeId)
        .Int32("leaf_id", r => r.LeafId)
        .String("source", r => r.Source)
        .Int32("n_steps", r => r.Steps)
        .String("prompt", r => r.Prompt)
        .String("response", r => r.Response)
        .Float("prm_mean", r => r.Reward)
        .Int32s("token_ids", r => r.Tokens);

    /// <summary>The types that DuckDB gives the same columns.</summary>
    public const string DuckDbColumns =
        "id: 'varchar', problem_id: 'varchar', tree_id: 'varchar', leaf_id: 'integer', source: 'varchar', n_steps: 'integer', " +
        "prompt: 'varchar', response: 'varchar', prm_mean: 'float', token_ids: 'integer[]'";

    /// <summary>The first <paramref name="count"/> rows of <paramref name="seed"/>. A problem has four rows, sorted by its id as when publishing.</summary>
    public static IEnumerable<SampleRow> Generate(int count, ulong seed)
    {
        var random = new StableRandom(seed);
        var text = new SampleText(random);
        var problem = "";
        for (var i = 0; i < count; i++)
        {
            if (i % 4 == 0)
            {
                problem = $"{i / 4:x8}{Hex(random)}{Hex(random)[..8]}";
            }

            var tokens = new int[64];
            foreach (ref var token in tokens.AsSpan())
            {
                token = random.Next(1 << random.Next(4, 16));
            }

            var prompt = text.Words(random);
            var response = text.Thought(random, out var steps);
            yield return new SampleRow(
                Hex(random) + Hex(random), problem, Hex(random), random.Next(200), Sources[random.Next(Sources.Length)], steps, prompt, response,
                random.Next(1 << 20) / (float)(1 << 20), tokens);
        }
    }

    private static string Hex(StableRandom random)
    {
        var bits = random.NextUInt64();
        return Convert.ToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in bits)));
    }
}
