using System.Text;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>A file with a broken line, one id twice with different contents, invalid UTF-8, a missing field and a line of 10 MB is refused whole.</summary>
internal sealed class BadProblemFile : Fault
{
    public override string Name => "bad problem file";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        var path = workspace["bad.jsonl"];
        Write(path);
        string[] Arguments(string run) => [.. workspace.RunArguments(run).Select(argument => argument == workspace.Problems ? path : argument)];
        var end = await workspace.Program.RunAsync(Arguments("refused"));
        RequireRefused(
            end, 2, report,
            $"{path}: line 2, column ", $"{path}: line 4", $"{path}: line 5, column ", $"{path}: line 6", $"{path}: line 7", "UTF-8", "answer", "twice", "1000000");
        report.Require(!Directory.Exists(workspace.Place("refused")), $"something was written for a file that was refused");
        report.Require(end.Output.Length == 0, $"a refused run wrote to standard output: {end.Output}");

        var check = await workspace.Program.RunAsync("problems", "check", path);
        RequireRefused(check, 2, report);
        var before = Contents(workspace.Place("undisturbed"));
        RequireRefused(await workspace.Program.RunAsync(Arguments("undisturbed")), 2, report, $"{path}: line 2, column ");
        report.Require(before.SequenceEqual(Contents(workspace.Place("undisturbed"))), $"a refused file changed an existing run");
    }

    private static void Write(string path)
    {
        using var file = File.Create(path);
        void Line(params byte[][] parts) => Array.ForEach([.. parts, "\n"u8.ToArray()], part => file.Write(part));
        Line("""{"problem": "Compute 1 + 1.", "answer": "2"}"""u8.ToArray());
        Line("""{"problem": "Compute 1 + 2.", "answer": "3" """u8.ToArray());
        Line("""{"id": "twice", "problem": "Compute 1 + 3.", "answer": "4"}"""u8.ToArray());
        Line("""{"id": "twice", "problem": "Compute 1 + 4.", "answer": "5"}"""u8.ToArray());
        Line("""{"problem": "Compute """u8.ToArray(), [0xC3, 0x28], """ 1 + 5.", "answer": "6"}"""u8.ToArray());
        Line("""{"problem": "Compute 1 + 6."}"""u8.ToArray());
        Line("""{"problem": " """u8.ToArray(), Encoding.ASCII.GetBytes(new string('x', 10_000_000)), "\", \"answer\": \"8\"}"u8.ToArray());
        Line("""{"problem": "Compute 1 + 8.", "answer": "9"}"""u8.ToArray());
    }

    private static List<(string Path, DateTime Written, long Length)> Contents(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (path, File.GetLastWriteTimeUtc(path), new FileInfo(path).Length))];
}
