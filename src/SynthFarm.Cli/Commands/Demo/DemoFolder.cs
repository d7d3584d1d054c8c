using System.Text;
using SynthFarm.Cli.Commands.Problems;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Demo;

/// <summary>What lies where in a demo's folder.</summary>
internal sealed class DemoFolder(string path)
{
    public string Path { get; } = path;

    public string Problems => System.IO.Path.Combine(Path, "problems.jsonl");

    public string Run => System.IO.Path.Combine(Path, "run");

    public string Snapshot => System.IO.Path.Combine(Path, "snapshot");

    /// <summary>Makes the folder and writes the problems, or finds them there from an earlier demo with the same settings.</summary>
    /// <exception cref="CliException">Something else is there.</exception>
    public void Prepare(IReadOnlyList<Problem> problems, CommandContext context)
    {
        if (File.Exists(Problems))
        {
            var text = string.Concat(problems.Select(problem => ProblemSerializer.ToLine(problem) + "\n"));
            if (!File.ReadAllBytes(Problems).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)))
            {
                throw CliException.Usage($"--out: {Path} holds a demo with other settings; give its own --problems and --seed to go on with it, or another --out.");
            }

            return;
        }

        if (File.Exists(Path) || (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any()))
        {
            throw CliException.Usage($"--out: {Path} exists and is no demo; give another --out.");
        }

        Directory.CreateDirectory(Path);
        ProblemWriter.Write(Problems, problems, context);
    }
}
