using System.Diagnostics;

namespace SynthFarm.Benchmarks.Harness;

/// <summary>Something that is timed round by round against others.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="Round">Does the work once and says what it took.</param>
internal sealed record Contestant(string Name, Func<Sample> Round)
{
    /// <summary>A contestant in this process: both clocks are read around <paramref name="work"/>.</summary>
    public static Contestant InProcess(string name, Action work) => new(name, () =>
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.StartNew();
        work();
        var elapsed = wall.Elapsed;
        return new Sample(elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    });
}
