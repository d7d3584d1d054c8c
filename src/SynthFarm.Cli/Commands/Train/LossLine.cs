using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Training;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>
/// Shows a training's progress on standard error: one line that is rewritten on a terminal, a line every ten seconds otherwise. The loss is
/// smoothed over about the last fifty steps.
/// </summary>
internal sealed class LossLine(CommandContext context, long steps)
{
    private const double Smoothing = 0.02;
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LiveInterval = TimeSpan.FromSeconds(0.2);

    private long? _started;
    private long _shown;
    private long _firstStep;
    private double _loss;
    private double _speed;

    /// <summary>To be called after every step.</summary>
    public void Report(TrainingProgress progress)
    {
        var now = context.Time.GetTimestamp();
        if (_started is null)
        {
            (_started, _firstStep, _loss, _speed) = (now, progress.Step, progress.Loss, progress.TokensPerSecond);
        }

        _loss += Smoothing * (progress.Loss - _loss);
        _speed += Smoothing * (progress.TokensPerSecond - _speed);
        if (_shown == 0 || progress.Step == steps || context.Time.GetElapsedTime(_shown, now) >= (context.Live ? LiveInterval : PlainInterval))
        {
            _shown = now;
            Show(progress, context.Time.GetElapsedTime(_started.Value, now));
        }
    }

    /// <summary>Ends the rewritten line, so that what follows starts on one of its own.</summary>
    public void End()
    {
        if (context.Live && _shown != 0)
        {
            context.Error.WriteLine();
        }
    }

    private void Show(TrainingProgress progress, TimeSpan elapsed)
    {
        var rest = Durations.Remaining(elapsed, progress.Step - _firstStep, steps - _firstStep);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"step {progress.Step}/{steps}  loss {_loss:F4}  rate {progress.LearningRate:0.00e+0}  gradient {progress.GradientNorm:F2}  {_speed:F0} tokens/s  left {Durations.Text(rest)}");
        if (context.Live)
        {
            context.Error.Write($"\r{line}\u001b[K");
        }
        else
        {
            context.Note(line);
        }
    }
}
