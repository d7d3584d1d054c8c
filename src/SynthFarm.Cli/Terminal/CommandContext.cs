namespace SynthFarm.Cli.Terminal;

/// <summary>What a command works with besides its options.</summary>
internal sealed class CommandContext
{
    /// <summary>Standard output: data only, UTF-8, lines end in a line feed.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: progress, logs and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Cancelled at the first SIGINT or SIGTERM.</summary>
    public required CancellationToken Interrupted { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether standard error is a terminal that may be redrawn and coloured.</summary>
    public bool Live { get; init; }

    /// <summary>Whether details such as stack traces are wanted.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether the command itself shows that it was interrupted, so that nobody writes into what it draws.</summary>
    public bool ShowsInterruption { get; private set; }

    /// <summary>To be called by a command that shows the interruption itself.</summary>
    public void QuietInterruption() => ShowsInterruption = true;

    /// <summary>Writes one line of progress to standard error. Text from problems or models must be escaped by the caller.</summary>
    public void Note(string line) => Error.WriteLine(line);
}
