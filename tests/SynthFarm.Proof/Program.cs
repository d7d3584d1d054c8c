using SynthFarm.Proof;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;
using SynthFarm.Proof.Sweeps;

ProofOptions options;
try
{
    options = ProofOptions.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"proof: {e.Message}\n{ProofOptions.Usage}");
    return 2;
}

var sweep = Sweep.Find(options.Sweep)!;
using var workspace = new Workspace(options with { Set = [.. sweep.Settings, .. options.Set] });
var report = new ProofReport(Console.Out);
await sweep.RunAsync(workspace, options, report);
return report.Conclude() ? 0 : 1;
