namespace SynthFarm.Benchmarks.Harness;

/// <summary>What one round of one contestant took.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processor time of this process, all threads together; of a child process where the contestant is one.</param>
internal readonly record struct Sample(double Wall, double Cpu);
