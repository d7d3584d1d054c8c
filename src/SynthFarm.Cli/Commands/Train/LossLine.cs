using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Training;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Shows a training's progress; loss and speed are smoothed over about the last fifty steps.</summary>
internal sealed class LossLine(CommandContext context, long steps)
{
    private const double Smoothing = 0.02;

    private readonly ProgressLine _line = new(context);
    private long? _started;
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
        _line.Show(() => Text(progress, context.Time.GetElapsedTime(_started.Value, now)), isLast: progress.Step == steps);
    }

    /// <inheritdoc cref="ProgressLine.End"/>
    public void End() => _line.End();

    private string Text(TrainingProgress progress, TimeSpan elapsed)
    {
        var rest = Durations.Remaining(elapsed, progress.Step - _firstStep, steps - _firstStep);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"step {progress.Step}/{steps}  loss {_loss:F4}  rate {progress.LearningRate:0.00e+0}  gradient {progress.GradientNorm:F2}  {_speed:F0} tokens/s  left {Durations.Text(rest)}");
    }
}
