using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Checking;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>
/// Flips one bit of every byte of a small snapshot and cuts every file at every byte; each time the check has to name that file. In this
/// process by checksums, some also by the whole check and some by the command.
/// </summary>
internal sealed class DamageSweep : Sweep
{
    private const int WholeCheckEvery = 397;
    private const int CommandEvery = 4999;

    private int _damages;
    private int _commands;

    public override string Name => "damage";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 6);
        await workspace.UndisturbedAsync("run");
        var snapshot = workspace.PublishArguments("run")[^1];
        var files = Directory.EnumerateFiles(snapshot, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetRelativePath(snapshot, path), File.ReadAllBytes);
        var random = new Seed(options.Seed).CreateRandom();
        foreach (var (path, bytes) in files)
        {
            using var file = File.OpenHandle(Path.Combine(snapshot, path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            for (var at = 0; at < bytes.Length; at++)
            {
                RandomAccess.Write(file, [(byte)(bytes[at] ^ (1 << random.Next(8)))], at);
                await RequireNamedAsync(workspace, snapshot, path, $"{path} with a bit of byte {at} flipped", report);
                RandomAccess.Write(file, [bytes[at]], at);
            }

            for (var length = bytes.Length - 1; length >= 0; length--)
            {
                RandomAccess.SetLength(file, length);
                await RequireNamedAsync(workspace, snapshot, path, $"{path} cut to {length} bytes", report);
            }

            RandomAccess.Write(file, bytes, 0);
            report.Say($"{path}: {bytes.Length:N0} bytes flipped and cut");
        }

        report.Say($"{files.Count} files, {files.Values.Sum(bytes => bytes.Length):N0} bytes: {_damages:N0} damages, {_commands} of them also by the command");
        report.Require((await workspace.Program.RunAsync("corpus", "check", snapshot)).ExitCode == 0, $"the mended snapshot is not sound");
    }

    private async Task RequireNamedAsync(Workspace workspace, string snapshot, string path, string damage, ProofReport report)
    {
        _damages++;
        var options = new CheckOptions { FilesOnly = _damages % WholeCheckEvery != 0 };
        var found = (await SnapshotChecker.CheckAsync(snapshot, options)).Findings;
        report.Require(found.Any(finding => finding.File == path), $"{damage}: not named ({string.Join("; ", found)})");
        if (_damages % CommandEvery == 1)
        {
            _commands++;
            var end = await workspace.Program.RunAsync("corpus", "check", snapshot);
            report.Require(end.ExitCode == 1 && end.Output.Contains(path, StringComparison.Ordinal), $"{damage}: the command ended with {end}");
        }
    }
}
