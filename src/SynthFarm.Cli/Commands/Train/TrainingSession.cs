using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Training;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Runs a trainer to its end, to a time limit, or to Ctrl+C; a stopped training leaves a checkpoint.</summary>
internal static class TrainingSession
{
    /// <param name="save">Writes the finished model into a folder.</param>
    /// <returns>The exit code.</returns>
    public static int Run<T>(
        Trainer<T> trainer, TrainingFolder folder, TimeSpan? limit, LossLine line, Action<string> save, CommandContext context)
        where T : class
    {
        if (folder.Checkpoint() is { } checkpoint)
        {
            Resume(trainer, checkpoint);
            context.Note($"Going on from step {trainer.Step} of {trainer.Options.Steps}.");
        }

        using var timer = limit is { } time ? new CancellationTokenSource(time, context.Time) : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, context.Interrupted);
        try
        {
            trainer.Run(stop.Token);
        }
        catch (OperationCanceledException)
        {
            line.End();
            return Pause(trainer, folder, context);
        }

        line.End();
        save(folder.Path);
        context.Out.WriteLine($"The model is in {TerminalText.Line(folder.Path)} ({trainer.Step} steps).");
        return ExitCodes.Done;
    }

    private static void Resume<T>(Trainer<T> trainer, string checkpoint)
        where T : class
    {
        try
        {
            trainer.Resume(checkpoint);
        }
        catch (InvalidDataException e)
        {
            throw CliException.Usage($"--resume: {e.Message}", e);
        }
    }

    private static int Pause<T>(Trainer<T> trainer, TrainingFolder folder, CommandContext context)
        where T : class
    {
        var checkpoints = TrainingFolder.Checkpoints(folder.Path);
        var newest = TrainerCheckpoint.Latest(checkpoints);
        var here = Path.Combine(checkpoints, TrainerCheckpoint.FolderName(trainer.Step));
        if (trainer.Step > 0 && newest != here)
        {
            trainer.SaveCheckpoint(here);
        }

        context.Note($"Stopped after step {trainer.Step} of {trainer.Options.Steps}. The same command with --resume goes on.");
        return context.Interrupted.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Done;
    }
}
