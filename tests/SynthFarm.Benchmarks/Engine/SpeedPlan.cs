namespace SynthFarm.Benchmarks.Engine;

/// <summary>What is timed.</summary>
/// <param name="Threads">Threads of each side.</param>
/// <param name="Prompt">Tokens of a prompt.</param>
/// <param name="Context">Tokens that each sequence has before decoding, its own.</param>
/// <param name="Steps">Tokens decoded per sequence.</param>
/// <param name="Rounds">Interleaved rounds.</param>
/// <param name="Batches">Sequences decoded at once.</param>
internal sealed record SpeedPlan(int Threads, int Prompt, int Context, int Steps, int Rounds, IReadOnlyList<int> Batches)
{
    /// <summary>Positions that the largest batch, or the prompt, needs.</summary>
    public int Positions => Math.Max(Prompt, Batches.Max() * ((Context + Steps + 15) / 16 + 1) * 16);
}
