using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Training;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Where a training lies: the finished model, and beside it the checkpoints.</summary>
/// <param name="path">The folder.</param>
/// <param name="resumes">Whether the user asked to go on with what is there.</param>
internal sealed class TrainingFolder(string path, bool resumes)
{
    public string Path { get; } = path;

    public static string Checkpoints(string path) => System.IO.Path.Combine(path, "checkpoints");

    /// <summary>The checkpoint to go on from; null for a new training.</summary>
    /// <exception cref="CliException">There is a training and <c>--resume</c> was not given, or the other way round, or something else is there.</exception>
    public string? Checkpoint()
    {
        var latest = TrainerCheckpoint.Latest(Checkpoints(Path));
        if (resumes)
        {
            return latest ?? throw CliException.Usage($"--resume: there is no checkpoint in {Checkpoints(Path)}.");
        }

        return latest is not null ? throw CliException.Usage($"--out: {Path} holds a training already (newest checkpoint {latest}); --resume goes on with it.")
            : Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any() ? throw CliException.Usage($"--out: {Path} is not empty; a training needs a folder of its own.")
            : null;
    }
}
