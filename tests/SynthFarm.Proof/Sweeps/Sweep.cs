using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Tries one kind of disturbance on real processes.</summary>
internal abstract class Sweep
{
    public static IReadOnlyList<Sweep> All { get; } =
    [
        new KillSweep(), new CrashPointSweep(), new CrashChainSweep(), new ConcurrencySweep(), new MemorySweep(), new ImportSweep(), new SoakSweep(), new DamageSweep(), new FaultSweep(),
        new ServedSweep(), new ChaosSweep(),
    ];

    /// <summary>What the command line calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Settings of the run without which the sweep would prove little; <c>--set</c> overrides them.</summary>
    public virtual IReadOnlyList<string> Settings => [];

    public static Sweep? Find(string name) => All.FirstOrDefault(sweep => sweep.Name == name);

    /// <summary>Does it and tells what was found.</summary>
    public abstract Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report);

    /// <summary>Publishes a run that was disturbed and holds it to the undisturbed one.</summary>
    protected static async Task RequireEqualAsync(Workspace workspace, string run, SnapshotFiles expected, ProofReport report, string what)
    {
        var difference = (await workspace.PublishAsync(run).ConfigureAwait(false)).DifferenceTo(expected);
        report.Require(difference is null, $"{what}: {difference}");
    }
}
