namespace SynthFarm.Cli.Terminal;

/// <summary>A line of progress on standard error: rewritten in place on a terminal, written now and then otherwise. Thread-safe.</summary>
internal sealed class ProgressLine(CommandContext context)
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LiveInterval = TimeSpan.FromSeconds(0.2);

    private readonly Lock _gate = new();
    private long? _shown;

    /// <summary>Shows the line if the last one is old enough.</summary>
    /// <param name="line">Makes the line; not called when it is too early.</param>
    /// <param name="isLast">Shows it in any case.</param>
    public void Show(Func<string> line, bool isLast = false)
    {
        lock (_gate)
        {
            var now = context.Time.GetTimestamp();
            if (!isLast && _shown is { } shown && context.Time.GetElapsedTime(shown, now) < (context.Live ? LiveInterval : PlainInterval))
            {
                return;
            }

            _shown = now;
            if (context.Live)
            {
                context.Error.Write($"\r{line()}\u001b[K");
            }
            else
            {
                context.Note(line());
            }
        }
    }

    /// <summary>Ends the rewritten line, so that what follows starts on one of its own.</summary>
    public void End()
    {
        if (context.Live && _shown is not null)
        {
            context.Error.WriteLine();
        }
    }
}
